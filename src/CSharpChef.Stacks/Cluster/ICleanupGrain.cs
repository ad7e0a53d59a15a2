namespace CSharpChef.Stacks.Cluster;

/// <summary>
/// There is one in the whole cluster. It is woken now and then, whichever process lives, and has what is past removed.
/// </summary>
internal interface ICleanupGrain : IGrainWithStringKey
{
    /// <summary>Has it be woken from now on. Asked for at every start; once is enough.</summary>
    Task BeginAsync();
}
