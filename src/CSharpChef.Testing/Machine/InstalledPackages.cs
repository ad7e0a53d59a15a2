namespace CSharpChef.Testing;

/// <summary>The installed packages, and the packages that the sources offer.</summary>
internal sealed class InstalledPackages
{
    private const string AnyVersion = "1.0";

    private readonly Dictionary<string, List<string>> offered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> installed = new(StringComparer.Ordinal);
    private readonly HashSet<string> leftovers = new(StringComparer.Ordinal);
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private readonly HashSet<string> automatic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action> effects = new(StringComparer.Ordinal);

    /// <summary>Whether the sources offer packages that the test did not name.</summary>
    public bool OffersAnything { get; set; } = true;

    /// <summary>Whether the configuration of a removed package stays until it is purged.</summary>
    public bool KeepsConfiguration { get; init; }

    public string? Version(string name) => installed.GetValueOrDefault(name);

    public bool HasLeftoverConfiguration(string name) => leftovers.Contains(name);

    public bool IsHeld(string name) => held.Contains(name);

    public void Hold(string name) => held.Add(name);

    /// <summary>Whether a package was installed only because another one needs it.</summary>
    public bool IsAutomatic(string name) => automatic.Contains(name);

    public void MarkAutomatic(string name) => automatic.Add(name);

    public void MarkManual(string name) => automatic.Remove(name);

    public void Offer(string name, string version)
    {
        offered.TryAdd(name, []);
        offered[name].Remove(version);
        offered[name].Add(version);
    }

    /// <summary>The version that was offered last; null when there is none.</summary>
    /// <param name="name">The package.</param>
    /// <param name="wanted">An exact version, or the beginning of one followed by <c>*</c>; null for any.</param>
    public string? Newest(string name, string? wanted) => offered.TryGetValue(name, out var versions)
        ? versions.FindLast(version => Fits(version, wanted))
        : OffersAnything ? Example(wanted) : null;

    public bool IsOffered(string name) => offered.ContainsKey(name);

    /// <summary>The versions that the sources offer, the newest first.</summary>
    public IEnumerable<string> Versions(string name) => offered.GetValueOrDefault(name, []).AsEnumerable().Reverse();

    public static bool Fits(string version, string? wanted) => wanted switch
    {
        null => true,
        [.. var start, '*'] => version.StartsWith(start, StringComparison.Ordinal),
        _ => version == wanted,
    };

    public void WhenInstalled(string name, Action act) =>
        effects[name] = effects.TryGetValue(name, out var earlier) ? earlier + act : act;

    /// <summary>Installs a package without its effects on the machine.</summary>
    public void Place(string name, string version)
    {
        installed[name] = version;
        leftovers.Remove(name);
        automatic.Remove(name);
    }

    public void Install(string name, string version)
    {
        var isNew = !installed.ContainsKey(name);
        Place(name, version);
        if (isNew && effects.TryGetValue(name, out var effect))
        {
            effect();
        }
    }

    public void Remove(string name, bool purge)
    {
        installed.Remove(name);
        automatic.Remove(name);
        held.Remove(name);
        if (purge || !KeepsConfiguration)
        {
            leftovers.Remove(name);
        }
        else
        {
            leftovers.Add(name);
        }
    }

    private static string Example(string? pattern) => pattern switch
    {
        null or "*" => AnyVersion,
        [.., '.' or '-' or ':', '*'] => pattern[..^1] + "0",
        [.. var start, '*'] => start,
        _ => pattern,
    };
}
