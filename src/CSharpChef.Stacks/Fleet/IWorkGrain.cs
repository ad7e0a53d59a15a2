using Orleans.Concurrency;

namespace CSharpChef.Stacks.Fleet;

/// <summary>
/// Carries the news that there is work to the server that does it. The cluster has one activation for each instance or
/// stack. A message may be lost: the row in the store is what counts.
/// </summary>
[Alias("CSharpChef.Stacks.IWorkGrain")]
internal interface IWorkGrain : IGrainWithStringKey
{
    /// <param name="kind">The kind of the work.</param>
    [Alias("Wake")]
    [OneWay]
    Task WakeAsync(string kind);
}
