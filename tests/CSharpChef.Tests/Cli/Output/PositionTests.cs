using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Output;

/// <summary>Positions are paths from the current folder with line and column, in texts and in JSON.</summary>
[WholeSuite]
public sealed class PositionTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task Reports_and_errors_name_positions_from_the_current_folder()
    {
        tool.With("cookbooks/web/recipes/default.csx", "\n  var made = File(\"/tmp/csharpchef-position\");\nLog(\"x\");\n")
            .With("cookbooks/web/recipes/bad.csx", "\n  Fle(\"/x\");\n")
            .With("cookbooks/web/recipes/fails.csx", "\n  throw new RecipeException(\"no\");\n");

        var plan = (await tool.RunAsync("plan", "local", "-r", "web", "--no-sudo", "--json")).Exits(0);
        var check = (await tool.RunAsync("check", "--json")).Exits(3);
        var failed = (await tool.RunAsync("plan", "local", "-r", "web::fails", "--no-sudo")).Exits(3);

        Assert.Equal(
            ["cookbooks/web/recipes/default.csx:2:14", "cookbooks/web/recipes/default.csx:3:1"],
            plan.Json.GetProperty("hosts")[0].GetProperty("resources").EnumerateArray()
                .Select(resource => resource.GetProperty("source").GetString()!));
        Assert.StartsWith("cookbooks/web/recipes/bad.csx:2:3: error CS0103", check.Json.GetProperty("findings")[0].GetString());
        failed.Prints("cookbooks/web/recipes/fails.csx:2:3: no", "local: not evaluated")
            .DoesNotPrint("0 failed");
    }
}
