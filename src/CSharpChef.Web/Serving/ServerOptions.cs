using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Fleet.Turns;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Web.Serving;

/// <summary>The options of a whole server.</summary>
internal sealed record ServerOptions(StoreOptions Store)
{
    public HttpOptions Http { get; init; } = new();

    public ClusterOptions Cluster { get; init; } = new();

    public Limits Limits { get; init; } = new();

    public SourceOptions Sources { get; init; } = new();

    public bool AllowLoopbackMachines { get; init; }

    /// <summary>How many commands the server runs at once.</summary>
    public int MostRuns { get; init; } = RunTurns.Usual;

    public MachineOptions Machines { get; init; } = new();
}
