namespace CSharpChef.Testing;

/// <summary>
/// The installed packages, and the packages that the sources offer. A name with the machine's architecture means the
/// same package as the name without it.
/// </summary>
internal sealed class InstalledPackages(IReadOnlyDictionary<string, string> facts)
{
    private const string AnyVersion = "1.0";

    private readonly Dictionary<string, List<string>> offered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> installed = new(StringComparer.Ordinal);
    private readonly HashSet<string> leftovers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> configurations = new(StringComparer.Ordinal);
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private readonly HashSet<string> automatic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action> effects = new(StringComparer.Ordinal);

    /// <summary>Whether the sources offer packages that the test did not name.</summary>
    public bool OffersAnything { get; set; } = true;

    private bool HasApt => facts["package_manager"] == "apt";

    private string[] OwnArchitecture => (HasApt, facts["architecture"]) switch
    {
        (true, "x86_64") => [":amd64", ":all"],
        (true, "aarch64") => [":arm64", ":all"],
        (true, _) => [":all"],
        (false, var architecture) => [$".{architecture}", ".noarch"],
    };

    public string? Version(string name) => installed.GetValueOrDefault(Plain(name));

    public bool HasLeftoverConfiguration(string name) => leftovers.Contains(Plain(name));

    public bool IsHeld(string name) => held.Contains(Plain(name));

    public void Hold(string name) => held.Add(Plain(name));

    /// <summary>Whether a package was installed only because another one needs it.</summary>
    public bool IsAutomatic(string name) => automatic.Contains(Plain(name));

    public void MarkAutomatic(string name) => automatic.Add(Plain(name));

    public void MarkManual(string name) => automatic.Remove(Plain(name));

    public void Offer(string name, string version)
    {
        offered.TryAdd(Plain(name), []);
        offered[Plain(name)].Remove(version);
        offered[Plain(name)].Add(version);
    }

    /// <summary>The version that was offered last; null when there is none.</summary>
    /// <param name="name">The package.</param>
    /// <param name="wanted">An exact version, or the beginning of one followed by <c>*</c>; null for any.</param>
    public string? Newest(string name, string? wanted) => offered.TryGetValue(Plain(name), out var versions)
        ? versions.FindLast(version => Fits(version, wanted))
        : OffersAnything ? Example(wanted) : null;

    public bool IsOffered(string name) => offered.ContainsKey(Plain(name));

    /// <summary>The versions that the sources offer, the newest first.</summary>
    public IEnumerable<string> Versions(string name) =>
        offered.GetValueOrDefault(Plain(name), []).AsEnumerable().Reverse();

    public static bool Fits(string version, string? wanted) => wanted switch
    {
        null => true,
        [.. var start, '*'] => version.StartsWith(start, StringComparison.Ordinal),
        _ => version == wanted,
    };

    public void WhenInstalled(string name, Action act) =>
        effects[Plain(name)] = effects.TryGetValue(Plain(name), out var earlier) ? earlier + act : act;

    /// <summary>Adds a configuration file to a package.</summary>
    public void HasConfiguration(string name, string path)
    {
        configurations.TryAdd(Plain(name), []);
        configurations[Plain(name)].Add(path);
    }

    /// <summary>The configuration files of a package.</summary>
    public IReadOnlyList<string> ConfigurationOf(string name) => configurations.GetValueOrDefault(Plain(name), []);

    /// <summary>Installs a package without its effects on the machine.</summary>
    public void Place(string name, string version)
    {
        installed[Plain(name)] = version;
        leftovers.Remove(Plain(name));
        automatic.Remove(Plain(name));
    }

    public void Install(string name, string version)
    {
        var isNew = !installed.ContainsKey(Plain(name));
        Place(name, version);
        if (isNew && effects.TryGetValue(Plain(name), out var effect))
        {
            effect();
        }
    }

    /// <summary>
    /// Removes a package. With apt its configuration files, if it has some, are left until it is purged.
    /// </summary>
    public void Remove(string name, bool purge)
    {
        name = Plain(name);
        installed.Remove(name);
        automatic.Remove(name);
        held.Remove(name);
        leftovers.Remove(name);
        if (!purge && HasApt && configurations.ContainsKey(name))
        {
            leftovers.Add(name);
        }
    }

    private string Plain(string name) =>
        Array.Find(OwnArchitecture, end => name.EndsWith(end, StringComparison.Ordinal)) is { } suffix
            ? name[..^suffix.Length]
            : name;

    private static string Example(string? pattern) => pattern switch
    {
        null or "*" => AnyVersion,
        [.., '.' or '-' or ':', '*'] => pattern[..^1] + "0",
        [.. var start, '*'] => start,
        _ => pattern,
    };
}
