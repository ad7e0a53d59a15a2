namespace CSharpChef.Testing;

/// <summary>
/// The services of a machine: those that a test or package added, and those that a unit file or init script defines.
/// </summary>
internal sealed class Services(FileSystem files, bool systemd)
{
    private static readonly string[] UnitFolders =
    [
        "/etc/systemd/system",
        "/usr/lib/systemd/system",
        "/lib/systemd/system"
    ];
    private static readonly string[] UnitTypes = [".service", ".socket", ".timer", ".mount", ".target", ".path"];

    private readonly Dictionary<string, ServiceUnit> units = new(StringComparer.Ordinal);

    public bool Systemd { get; } = systemd;

    /// <summary>The state of a service; of an unknown service every property is false.</summary>
    public ServiceUnit Find(string name)
    {
        var key = Key(name);
        if (!units.TryGetValue(key, out var unit))
        {
            units[key] = unit = new ServiceUnit();
        }

        return unit;
    }

    public bool Exists(string name) =>
        Find(name).Installed || Definitions(Key(name)).Any(path => files.Find(path) is { Kind: InodeKind.File });

    public void Add(string name, ServiceUnit unit) => units[Key(name)] = unit;

    public void RemoveOf(string package)
    {
        foreach (var (name, _) in units.Where(pair => pair.Value.Package == package).ToList())
        {
            units.Remove(name);
        }
    }

    private static string Key(string name) =>
        name.EndsWith(".service", StringComparison.Ordinal) ? name[..^".service".Length] : name;

    private IEnumerable<string> Definitions(string name)
    {
        var file = UnitTypes.Any(type => name.EndsWith(type, StringComparison.Ordinal)) ? name : name + ".service";
        return Systemd
            ? UnitFolders.Select(folder => $"{folder}/{file}").Append($"/etc/init.d/{name}")
            : [$"/etc/init.d/{name}"];
    }
}
