namespace CSharpChef.Web.Budgets;

/// <summary>The units of a <see cref="ClientBudget"/> that were granted, together and by client.</summary>
internal sealed class UnitsInUse
{
    private readonly Dictionary<string, long> byClient = new(StringComparer.Ordinal);
    private long all;

    /// <summary>The units of all clients; it may be read at any time.</summary>
    public long All => Interlocked.Read(ref all);

    public long Of(ClientShare share) => byClient.GetValueOrDefault(share.Client);

    public void Grant(ClientShare share) => Add(share, share.Units);

    public void Return(ClientShare share) => Add(share, -share.Units);

    private void Add(ClientShare share, long units)
    {
        all += units;
        byClient[share.Client] = Of(share) + units;
        if (byClient[share.Client] == 0)
        {
            byClient.Remove(share.Client);
        }
    }
}
