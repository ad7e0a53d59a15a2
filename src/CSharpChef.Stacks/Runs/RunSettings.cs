using CSharpChef.Converge.Discover;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.Stacks.Runs;

/// <summary>The settings of the runs of a server.</summary>
/// <param name="Folder">The folder of the server's data, below which the last known facts of machines are.</param>
internal sealed record RunSettings(string Folder)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The last known facts of the machine of an instance.</summary>
    public FactsCache FactsOf(Instance instance) => new(Path.Combine(Folder, "facts", instance.InstanceId));
}
