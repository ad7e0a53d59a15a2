using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

/// <summary>Tests of recipes on the first instance, which is cleaned up before and after each test.</summary>
/// <param name="fleet">The instances.</param>
/// <param name="cleanUp">Commands that remove what the tests leave on the instance.</param>
public abstract class MachineTests(Fleet fleet, string cleanUp) : IAsyncLifetime
{
    protected const int Node = 1;

    private protected ScratchRecipes Recipes { get; } = new();

    protected CancellationToken Ct { get; } = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(Ct);
        await Fleet.ExecAsync(Node, cleanUp, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Fleet.ExecAsync(Node, cleanUp, CancellationToken.None);
        Recipes.Dispose();
        GC.SuppressFinalize(this);
    }
}
