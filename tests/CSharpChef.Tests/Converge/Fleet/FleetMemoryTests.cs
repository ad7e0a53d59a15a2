using System.Runtime.Loader;
using CSharpChef.Converge.Results;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Fleet;

namespace CSharpChef.Tests.Converge.Fleet;

public sealed class FleetMemoryTests
{
    private const string Cookbook = "fleet_memory";

    // Other tests evaluate recipes at the same time, so this test counts only those of its cookbook.
    [Theory, WholeSuite]
    [InlineData("File(\"/etc/motd\", f => f.Content = Node.Name);", true)]
    [InlineData("throw new System.InvalidOperationException(Node.Name);", false)]
    [InlineData("File(Secret(\"none\"));", false)]
    public async Task The_assemblies_of_recipes_are_unloaded_after_a_run(string recipe, bool ok)
    {
        using var fleet = new FakeFleet { Cookbook = Cookbook, Recipe = recipe };

        var report = await fleet.RunAsync(30, TestContext.Current.CancellationToken);

        Assert.All(report.Hosts, host => Assert.Equal(ok, host.Status == HostStatus.Ok));
        await Eventually.TrueAsync(() => LoadedRecipes() <= 10);
    }

    private static int LoadedRecipes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return AssemblyLoadContext.All.Count(
            context => context.Assemblies.Any(recipe => recipe.GetName().Name == $"{Cookbook}.default"));
    }
}
