using System.Runtime.Loader;
using CSharpChef.Converge.Results;
using CSharpChef.TestSupport.Fleet;

namespace CSharpChef.Tests.Converge.Fleet;

public sealed class FleetMemoryTests
{
    private const string Cookbook = "fleet_memory";

    // Other tests evaluate at the same time: theirs are told apart by the cookbook.
    [Theory]
    [InlineData("File(\"/etc/motd\", f => f.Content = Node.Name);", true)]
    [InlineData("throw new System.InvalidOperationException(Node.Name);", false)]
    [InlineData("File(Secret(\"none\"));", false)]
    public async Task The_assemblies_of_recipes_are_unloaded_after_a_run(string recipe, bool ok)
    {
        using var fleet = new FakeFleet { Cookbook = Cookbook, Recipe = recipe };

        var report = await fleet.RunAsync(30, TestContext.Current.CancellationToken);

        var left = int.MaxValue;
        for (var attempt = 0; attempt < 20 && left > 10; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            left = AssemblyLoadContext.All.Count(
                context => context.Assemblies.Any(recipe => recipe.GetName().Name == $"{Cookbook}.default"));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.All(report.Hosts, host => Assert.Equal(ok, host.Status == HostStatus.Ok));
        Assert.InRange(left, 0, 10);
    }
}
