using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Runs;

namespace CSharpChef.Converge;

/// <summary>
/// The facts of one host during a run: from the cache, else asked of the host, and kept in the cache.
/// </summary>
internal sealed class HostFacts(
    FactsCache cache, Func<CancellationToken, Task<FactsKey>> findKey, HostConnection connection, TimeProvider clock)
{
    private FactsKey? key;

    /// <summary>The last facts read; empty until then.</summary>
    public Facts Known { get; private set; } = Facts.None;

    public async Task<Facts> GetAsync(CancellationToken ct)
    {
        key ??= await findKey(ct);
        return Known = cache.Load(key.User, key.Address, key.Port) ?? await DiscoverAsync(ct);
    }

    /// <summary>Asks the host, whatever the cache holds.</summary>
    public async Task<Facts> DiscoverAsync(CancellationToken ct)
    {
        var facts = await NodeDiscovery.DiscoverAsync(await connection.GetAsync(ct), connection.Ssh, clock, ct);
        key ??= await findKey(ct);
        cache.Save(key.User, key.Address, key.Port, facts);
        return facts;
    }

    /// <summary>Replaces each group of facts that a program printed.</summary>
    public void Merge(IReadOnlyList<string> lines)
    {
        if (lines.Count > 0 && key is not null)
        {
            Known = FactsReader.Merge(Known, lines);
            cache.Save(key.User, key.Address, key.Port, Known);
        }
    }
}
