using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Dialect;

/// <summary>Recipes that an editor can take for ordinary C# files, and the constructs that it cannot.</summary>
public sealed class ScriptOnlyTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("#load \"../lib/more.csx\"", "1:1: warning CC0301: #load is for scripts only: write #:include ../lib/more.csx")]
    [InlineData("string Site => \"x\";\nLog(Site);", "1:1: warning CC0301: a property outside a type is for scripts only: write a function, such as string Site() => …")]
    [InlineData("\nrecord Site(int Port);\nLog($\"{new Site(1)}\");", "2:1: warning CC0301: a type before a statement is for scripts only: put types at the end of the file")]
    [InlineData("enum Kind { A }\nint F() => 1;", "1:1: warning CC0301: a type before a statement")]
    [InlineData("static int port = 1;\nLog($\"{port}\");", "1:1: warning CC0301: \"static\" outside a type is for scripts only: leave it out")]
    [InlineData("public int Port() => 1;\nLog($\"{Port()}\");", "1:1: warning CC0301: \"public\" outside a type")]
    [InlineData("int port;\nport = 1;", "1:1: warning CC0301: \"port\" without a value is for scripts only: give it one, such as = default")]
    [InlineData("int F() => 1;\nint F(int a) => a;", "2:1: warning CC0301: two functions of one name are for scripts only")]
    [InlineData("Log(\"x\")", "1:1: warning CC0301: an expression without a semicolon is for scripts only: end it with one")]
    public void A_construct_of_scripts_is_a_warning_with_what_to_write_in_its_place(string recipe, string expected)
    {
        cookbooks.With("web/lib/more.csx", "static class More { public static int One => 1; }").With("web/recipes/default.csx", recipe);

        Assert.StartsWith(
            $"web/recipes/default.csx:{expected}", cookbooks.Below(Assert.Single(cookbooks.Compile("web").Warnings)));
    }

    [Theory]
    [InlineData("#:include ../lib/more.csx\nLog($\"{More.One}\");")]
    [InlineData("var x = 1;\nint y = 2;\nconst int z = 3;\nstatic int F(int a) => a;\nasync Task G() => await Converge();\nawait G();\nLog($\"{F(x + y + z)}\");\nrecord R(int A);\nenum E { A }")]
    [InlineData("using System.IO;\nif (Node.Name == \"x\") { Log(\"x\"); }\nforeach (var i in new[] { 1 }) { Log($\"{i}\"); }")]
    public void An_ordinary_program_has_no_warning(string recipe)
    {
        cookbooks.With("web/lib/more.csx", "static class More { public static int One => 1; }").With("web/recipes/default.csx", recipe);

        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Theory]
    [InlineData("var more = 1;", "var outside a function is for scripts only in a file that recipes include: write the type")]
    [InlineData("Log(\"x\");", "a statement in a file that recipes include is for scripts only: put it into the recipe")]
    public void A_statement_or_var_in_an_included_file_is_a_warning(string included, string expected)
    {
        cookbooks.With("web/lib/more.csx", included)
            .With("web/recipes/default.csx", "#:include ../lib/more.csx\nLog(\"x\");");

        Assert.StartsWith(
            $"web/lib/more.csx:1:1: warning CC0301: {expected}",
            cookbooks.Below(Assert.Single(cookbooks.Compile("web").Warnings)));
    }

    [Fact]
    public void Functions_properties_and_variables_of_an_included_file_give_no_warning()
    {
        cookbooks.With("web/lib/more.csx", "record Site;\nint More() => 1;\nint More(int a) => a;\nstring Name => \"x\";\nint port = 2;")
            .With("web/recipes/default.csx", "#:include ../lib/more.csx\nLog($\"{More(port)}{Name}\");");

        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void A_directive_of_scripts_in_shared_code_is_a_warning()
    {
        cookbooks.With("web/lib/a.csx", "class A { }").With("web/lib/b.csx", "#load \"a.csx\"\nclass B : A { }");

        Assert.Equal(
            "web/lib/b.csx:1:1: warning CC0301: #load is for scripts only: write #:include a.csx",
            cookbooks.Below(Assert.Single(cookbooks.Recipes().CheckShared("web"))));
    }

    [Fact]
    public async Task The_shipped_cookbooks_are_ordinary_programs() =>
        (await CommandLine.RunAsync("check", SourceTree.PathOf("cookbooks"))).Exits(0).DoesNotPrint("CC0301");
}
