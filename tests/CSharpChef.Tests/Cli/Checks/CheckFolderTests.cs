using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Checks;

public sealed class CheckFolderTests : IDisposable
{
    private readonly Tool tool = new Tool().With("recipes/default.csx", "Log(\"x\");");

    public void Dispose() => tool.Dispose();

    [Fact, WholeSuite]
    public async Task Check_without_a_path_checks_the_cookbook_that_it_is_called_in_or_else_its_folder_of_cookbooks()
    {
        (await tool.RunAsync("check")).Exits(0).Prints("1 recipe checked, no errors");

        tool.With("cookbooks/a/recipes/default.csx", "").With("cookbooks/a/recipes/b.csx", "");
        (await tool.RunAsync("check")).Exits(0).Prints("2 recipes checked, no errors");
    }
}
