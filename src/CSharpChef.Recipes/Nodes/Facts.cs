using System.Globalization;

namespace CSharpChef.Recipes;

/// <summary>
/// The facts of a machine, by dotted key. Records which groups of facts a run reads, so that the run verifies only
/// those.
/// </summary>
internal sealed class Facts(IReadOnlyDictionary<string, string> values)
{
    /// <summary>No facts. Each use has an instance of its own, because it records what is read.</summary>
    public static Facts None => new(new Dictionary<string, string>());

    public IReadOnlyDictionary<string, string> Values { get; } = values;

    public FactGroups Read { get; private set; }

    /// <summary>The groups that one evaluation has read.</summary>
    public FactGroups ReadDuring(Action work)
    {
        var before = Read;
        Read = FactGroups.None;
        try
        {
            work();
            return Read;
        }
        finally
        {
            Read |= before;
        }
    }

    public void MarkRead(FactGroups groups) => Read |= groups;

    public string? Find(string key)
    {
        Read |= GroupOf(key);
        return Values.GetValueOrDefault(key);
    }

    public string Text(string key) => Find(key) ?? "";

    public long Number(string key) =>
        long.TryParse(Find(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The names directly below a key: <c>eth0</c> below <c>network.interfaces</c>.</summary>
    public IReadOnlyList<string> Below(string key)
    {
        Read |= GroupOf(key);
        return [.. Values.Keys
            .Where(k => k.StartsWith(key + ".", StringComparison.Ordinal))
            .Select(k => k[(key.Length + 1)..].Split('.')[0])
            .Distinct()];
    }

    public static FactGroups GroupOf(string key) => key.Split('.')[0] switch
    {
        "network" => FactGroups.Network,
        "mounts" => FactGroups.Mounts,
        "login" => FactGroups.Login,
        "boot_time" => FactGroups.Boot,
        _ => FactGroups.Machine,
    };
}
