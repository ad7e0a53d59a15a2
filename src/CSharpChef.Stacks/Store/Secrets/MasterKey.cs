namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>A key that seals secrets.</summary>
/// <param name="Id">The id that every sealed text names.</param>
internal sealed record MasterKey(string Id, byte[] Bytes)
{
    public override string ToString() => $"master key {Id}";
}
