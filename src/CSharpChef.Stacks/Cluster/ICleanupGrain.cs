namespace CSharpChef.Stacks.Cluster;

/// <summary>
/// Deletes expired records. The cluster has one activation of it, which a reminder wakes on any server that runs.
/// </summary>
[Alias(FirstName)]
[GrainInterfaceType(FirstName)]
internal interface ICleanupGrain : IGrainWithStringKey
{
    /// <summary>The id of the interface: its first name, which servers of earlier versions use.</summary>
    const string FirstName = "CSharpChef.Stacks.ICaretakerGrain";

    /// <summary>Registers the reminder. Every server calls it when it starts; once is enough.</summary>
    [Alias("B5464319")]
    Task BeginAsync();
}
