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

    private static readonly string[] StarterTypes = [".timer", ".socket", ".path"];

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

    /// <summary>Whether systemd cannot enable the unit, since its file has no [Install] section.</summary>
    public bool IsStatic(string name) => Systemd
        && UnitFiles(name).Select(path => files.Find(path))
            .FirstOrDefault(file => file is { Kind: InodeKind.File }) is { Text: { Length: > 0 } text }
        && !text.Split('\n').Any(line => line.Trim() == "[Install]");

    /// <summary>The timer, socket and path of a service, each of which can start it.</summary>
    public string StartersOf(string name) => string.Join(
        ", ",
        StarterTypes.Select(type => Path.ChangeExtension(UnitName(name), type))
            .Where(unit => UnitFolders.Any(folder => files.Find($"{folder}/{unit}") is { Kind: InodeKind.File }))
            .Order(StringComparer.Ordinal));

    public static string UnitName(string name) =>
        UnitTypes.Any(type => name.EndsWith(type, StringComparison.Ordinal)) ? name : name + ".service";

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
        string[] scripts = [$"/etc/init.d/{name}"];
        return Systemd ? [.. UnitFiles(name), .. scripts] : scripts;
    }

    private static IEnumerable<string> UnitFiles(string name) =>
        UnitFolders.Select(folder => $"{folder}/{UnitName(name)}");
}
