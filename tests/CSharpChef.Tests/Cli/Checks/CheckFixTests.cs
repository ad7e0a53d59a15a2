using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli.Checks;

public sealed class CheckFixTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task Check_with_fix_rewrites_files_and_names_them_and_a_second_one_changes_nothing()
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"x\")").With("web/recipes/good.csx", "Log(\"x\");");

        var first = (await CheckAsync("--fix")).Exits(0).Prints("rewrote ").Prints("2 recipes checked, no errors");
        var second = (await CheckAsync("--fix")).Exits(0);

        first.DoesNotPrint("CC0301").DoesNotPrint("good.csx");
        second.DoesNotPrint("rewrote");
        Assert.Equal("Log(\"x\");", File.ReadAllText(cookbooks["web/recipes/default.csx"]));
    }

    [Fact]
    public async Task A_cookbook_with_an_error_is_left_alone_and_the_others_are_rewritten()
    {
        cookbooks.With("bad/recipes/default.csx", "Log(\"x\")").With("bad/recipes/other.csx", "Lgo();")
            .With("web/recipes/default.csx", "Log(\"x\")");

        (await CheckAsync("--fix", "--json")).Exits(3).Prints("\"rewritten\":[\"").Prints("Lgo")
            .Prints("bad: error: nothing was rewritten, because a recipe has errors");

        Assert.Equal("Log(\"x\")", File.ReadAllText(cookbooks["bad/recipes/default.csx"]));
        Assert.Equal("Log(\"x\");", File.ReadAllText(cookbooks["web/recipes/default.csx"]));
    }

    [Fact]
    public async Task The_byte_order_mark_and_the_link_of_a_file_stay()
    {
        cookbooks.With("web/recipes/default.csx", "").With("web/parts/real.csx", "");
        File.WriteAllBytes(cookbooks["web/parts/real.csx"], [0xEF, 0xBB, 0xBF, .. "Log(\"ü\")"u8]);
        File.Delete(cookbooks["web/recipes/default.csx"]);
        File.CreateSymbolicLink(cookbooks["web/recipes/default.csx"], "../parts/real.csx");

        (await CheckAsync("--fix")).Exits(0).Prints("rewrote");

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "Log(\"ü\");"u8], File.ReadAllBytes(cookbooks["web/parts/real.csx"]));
        Assert.NotNull(new FileInfo(cookbooks["web/recipes/default.csx"]).LinkTarget);
    }

    [Fact]
    public async Task Fix_of_a_repository_is_refused() =>
        (await CommandLine.RunAsync("check", "--fix", "--cookbooks", "https://127.0.0.1:9/x.git")).Exits(2)
            .Prints("--fix changes files");

    private Task<CommandOutcome> CheckAsync(params string[] options) =>
        CommandLine.RunAsync(["check", cookbooks.Root, .. options]);
}
