using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The files of a machine on this host. They are read every time, so that a restarted server has the same data.
/// </summary>
internal sealed class MachineFolder(LocalOptions options, string id)
{
    /// <summary>The lock under which records of machines are added and removed.</summary>
    public const string RecordsLock = "records";

    public string Path { get; } = System.IO.Path.Combine(All(options), id);

    public string Record => In("machine.json");

    /// <summary>The upper layer of the machine: the files that it changed.</summary>
    public string Upper => In("upper");

    /// <summary>The work folder of overlayfs.</summary>
    public string Work => In("work");

    /// <summary>The mount point of the root file system; only the machine's processes see the mount.</summary>
    public string Root => In("root");

    public string Console => In("console.log");

    public string Boot => In("boot.sh");

    public string HostKey => In("ssh_host_ed25519_key");

    /// <summary>True when the first boot has begun.</summary>
    public bool IsLaunched => File.Exists(Launched);

    /// <summary>True for a machine that was not launched completely, or not terminated completely.</summary>
    public bool IsPartial => !IsLaunched || !File.Exists(Record);

    /// <summary>True from the request to stop until nothing of the machine is left but its files.</summary>
    public bool IsStopping => File.Exists(Stopping);

    private string Launched => In("launched");

    private string Stopping => In("stopping");

    public static string All(LocalOptions options) => System.IO.Path.Combine(options.Folder, "machines");

    /// <summary>The ids of all machines, also of those that are made or removed in part.</summary>
    public static IEnumerable<string> Ids(LocalOptions options) =>
        (Directory.Exists(All(options)) ? Directory.EnumerateDirectories(All(options)) : [])
            .Select(folder => System.IO.Path.GetFileName(folder))
            .Where(LocalNames.IsId)
            .Order(StringComparer.Ordinal);

    public static IEnumerable<MachineRecord> Records(LocalOptions options) =>
        Ids(options).Select(id => new MachineFolder(options, id).Load()).OfType<MachineRecord>();

    public MachineRecord? Load() => MachineRecord.Load(Record);

    public void NoteLaunch() => File.WriteAllText(Launched, "");

    /// <summary>Notes that the machine is asked to stop.</summary>
    /// <returns>When it was asked first.</returns>
    public DateTimeOffset NoteStop(TimeProvider clock)
    {
        if (!IsStopping)
        {
            File.WriteAllText($"{Stopping}.new", clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            File.Move($"{Stopping}.new", Stopping);
        }

        return DateTimeOffset.Parse(File.ReadAllText(Stopping), CultureInfo.InvariantCulture);
    }

    public void NoteEnd() => File.Delete(Stopping);

    public IReadOnlyList<string> HostKeys() =>
        File.Exists($"{HostKey}.pub") ? [File.ReadAllText($"{HostKey}.pub").TrimEnd()] : [];

    public string? ReadConsole() => File.Exists(Console) ? ConsoleText.ReadTail(Console) : null;

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
