using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules;

/// <summary>Shell functions own their variables, or a function would overwrite a variable of its caller.</summary>
public sealed class ShellVariablesTests
{
    [Fact]
    public void Every_shell_function_declares_what_it_sets_or_names_it_in_its_comment() =>
        Findings.AssertNone(ShellVariableRules.Findings([.. SourceTree.ShellParts.Select(File.ReadAllText)]));

    [Theory]
    [InlineData("name=$1")]
    [InlineData("if true; then name=$1; fi")]
    [InlineData("case $1 in name=*) name=${1#*=} ;; esac")]
    [InlineData("[ \"$1\" ] || name=1")]
    [InlineData("while read -r name; do :; done")]
    [InlineData("IFS= read -r _ name <file")]
    [InlineData("for name; do :; done")]
    [InlineData("for name in a b; do :; done")]
    [InlineData("getopts ab name")]
    [InlineData(": \"${name:=1}\"")]
    [InlineData(": ${name=1}")]
    [InlineData("echo $((name += 1))")]
    [InlineData("echo \"$((name++))\"")]
    [InlineData("export name=1")]
    [InlineData("readonly name=1")]
    [InlineData("name=1 export")]
    [InlineData("name=1 f")]
    [InlineData("(name=1)")]
    [InlineData("echo \"$(name=1; echo \"$name\")\"")]
    [InlineData("echo 'it''s' \"a\" # no quote's end\nname=1")]
    [InlineData("cat <<END\nit's\nEND\nname=1")]
    [InlineData("local other=''; { name=1; } 2>/dev/null")]
    public void An_assignment_of_a_variable_that_the_function_does_not_own_is_found(string body) => Assert.Equal(
        ["f sets name, which it neither declares as local nor names as what it sets"],
        ShellVariableRules.Findings($"# f: an example.\nf() {{\n{body}\n}}\n"));

    [Theory]
    [InlineData("local name=''; name=$1")]
    [InlineData("name=1 awk '{ name = 1 }'")]
    [InlineData("echo name=1 \"name=$1\" 'name=1'")]
    [InlineData("case $1 in name=*) : ;; (name=1 | other) : ;; esac")]
    [InlineData("[ \"$((1 == 1))\" = 1 ] && echo $((name - 1)) \"${name:-1}\" >name=1")]
    [InlineData("cat <<END\nname=1\nEND")]
    public void A_local_variable_and_a_text_without_an_assignment_are_not_reported(string body) =>
        Assert.Empty(ShellVariableRules.Findings($"# f: an example.\nf() {{\n{body}\n}}\n"));

    [Theory]
    [InlineData("name", "gives the local name no value: dash would keep the caller's")]
    [InlineData("name=$1", "does not quote the value of the local name=$1: dash would split it")]
    [InlineData(
        "name=\"$(id)\"",
        "takes the output of a command in the declaration of name=\"$(id)\", which hides the exit status")]
    public void A_declaration_must_give_a_quoted_value_that_is_not_the_output_of_a_command(
        string word, string finding) =>
        Assert.Equal([$"f {finding}"], ShellVariableRules.Findings($"# f: an example.\nf() {{ local {word}; }}\n"));

    [Fact]
    public void The_caller_of_a_function_that_hands_something_back_must_own_it_too() => Assert.Equal(
        ["g calls a function that sets name, and does not declare it as local"],
        ShellVariableRules.Findings("# f: sets name.\n# Sets: name\nf() { name=1; }\n\n# g: calls f.\ng() { f; }\n"));

    [Fact]
    public void State_of_the_program_has_no_other_owner() => Assert.Empty(
        ShellVariableRules.Findings(
            "name=''\n\n# f: sets name.\n# Sets: name\nf() { name=1; }\n\n# g: calls f.\ng() { f; }\n"));

    [Theory]
    [InlineData("# f: sets name.\n# Sets: name\nf() { :; }\n", "f does not set name, although its comment says so")]
    [InlineData("# f: sets name.\nf() { eval \"$1\"; }\n", "f hides what it sets in an eval")]
    [InlineData("f() { :; }\n", "f has no comment that begins with its name")]
    public void Comments_must_be_true(string function, string finding) =>
        Assert.Equal([finding], ShellVariableRules.Findings(function));
}
