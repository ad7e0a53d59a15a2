namespace CSharpChef.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData(3, "converge local -r sitee", "no cookbook \"sitee\"", "did you mean \"site\"?")]
    [InlineData(3, "converge local -r site::defalt", "no recipe \"defalt\"", "default")]
    [InlineData(2, "converge @web -r site", "there is no inventory", "--inventory")]
    [InlineData(2, "converge a,b -r site -i none.json", "there is no inventory none.json", "")]
    [InlineData(2, "converge host:99999 -r site", "not between 1 and 65535", "")]
    [InlineData(2, "converge local", "--run-list", "")]
    [InlineData(2, "converge local -r site --sudo --no-sudo", "exclude each other", "")]
    [InlineData(2, "converge local -r site --attributes none.json", "none.json", "")]
    [InlineData(2, "converge local -r site --timeout soon", "write it like 10s", "")]
    [InlineData(2, "converge local -r site --colour", "--colour", "")]
    [InlineData(2, "run local", "csharpchef run TARGET... -- COMMAND", "")]
    [InlineData(2, "runs local cancel yesterday", "no name of a run", "")]
    [InlineData(4, "converge nowhere.invalid -r site --timeout 5s", "nowhere.invalid", "")]
    public async Task Is_told_with_what_to_do(int code, string arguments, string what, string hint)
    {
        tool.Recipe("site", "Log(\"hello\");");

        var ending = await tool.RunAsync(arguments.Split(' '));

        Assert.Equal(code, ending.Code);
        Assert.Contains(what, ending.All, StringComparison.Ordinal);
        Assert.Contains(hint, ending.All, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ending.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_inventory_is_told_with_its_line()
    {
        tool.Recipe("site", "Log(\"hello\");").With("hosts.json", "{\n  \"hosts\": {\n    \"web1\": { \"adress\": \"x\" }\n  }\n}\n");

        var ending = await tool.RunAsync("converge", "web1", "-r", "site", "-i", "hosts.json");

        Assert.Equal(2, ending.Code);
        Assert.Matches(@"hosts\.json\(3,\d+\): .*adress", ending.Error);
    }

    [Fact]
    public async Task Every_error_of_every_file_is_told()
    {
        tool.With("cookbooks/site/lib/more.csx", "int three = \"three\";\n")
            .Recipe("site", "#load \"../lib/more.csx\"\nvar one = Undefined;\nFile(\"/x\", f => f.Moda = \"0644\");\nif (File.Exists(\"/x\")) { }\n");

        var ending = await tool.RunAsync("check");

        Assert.Equal(3, ending.Code);
        Assert.Contains("site/lib/more.csx(1,13): error CS0029", ending.Output, StringComparison.Ordinal);
        Assert.Contains("site/recipes/default.csx(2,11): error CS0103", ending.Output, StringComparison.Ordinal);
        Assert.Contains("site/recipes/default.csx(3,", ending.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean \"Mode\"?", ending.Output.Replace('`', '"'), StringComparison.Ordinal);
        Assert.Contains("System.IO.File", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_throws_shows_its_own_line_and_no_other()
    {
        tool.Recipe("site", "Log(\"hello\");\nvoid Deep() => throw new InvalidOperationException(\"no\");\nDeep();\n");

        var ending = await tool.RunAsync("converge", "local", "-r", "site");

        Assert.Equal(3, ending.Code);
        Assert.Contains("site", ending.Output, StringComparison.Ordinal);
        Assert.Contains("recipes/default.csx:2", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CSharpChef.Converge", ending.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_attribute_is_told_with_the_one_that_was_meant()
    {
        tool.Recipe("site", "record O { public int Port { get; init; } }\nNode.Bind<O>(\"site\");").With("cookbooks/site/attributes/default.json", "{ \"site\": { \"prot\": 1 } }");

        var ending = await tool.RunAsync("converge", "local", "-r", "site");

        Assert.Equal(3, ending.Code);
        Assert.Contains("\"site.prot\"", ending.All, StringComparison.Ordinal);
        Assert.Contains("did you mean \"port\"?", ending.All, StringComparison.Ordinal);
    }
}
