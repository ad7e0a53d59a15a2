namespace CSharpChef.Stacks.Store.Secrets;

/// <param name="Id">Written into what it seals, so that it is found again.</param>
internal sealed record MasterKey(string Id, byte[] Bytes)
{
    public override string ToString() => $"master key {Id}";
}
