namespace CSharpChef.Stacks.Cluster;

/// <summary>
/// Deletes expired records. The cluster has one activation of it, which a reminder wakes on any server that runs.
/// </summary>
internal interface ICleanupGrain : IGrainWithStringKey
{
    /// <summary>Registers the reminder. Every server calls it when it starts; once is enough.</summary>
    Task BeginAsync();
}
