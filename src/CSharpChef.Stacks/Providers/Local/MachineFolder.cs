namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// A machine's files on this host. What it is, is read here every time: a server that starts anew knows as much as the
/// one before.
/// </summary>
internal sealed class MachineFolder(LocalOptions options, string id)
{
    public string Path { get; } = System.IO.Path.Combine(All(options), id);

    public string Record => In("machine.json");

    /// <summary>What it wrote over its base image.</summary>
    public string Upper => In("upper");

    /// <summary>For overlayfs alone.</summary>
    public string Work => In("work");

    /// <summary>Where its root file system is mounted, seen by its own processes only.</summary>
    public string Root => In("root");

    public string Console => In("console.log");

    public string Boot => In("boot.sh");

    public string HostKey => In("ssh_host_ed25519_key");

    /// <summary>There while the machine is told to stop.</summary>
    public string Stopping => In("stopping");

    public static string All(LocalOptions options) => System.IO.Path.Combine(options.Folder, "machines");

    public static IEnumerable<MachineRecord> Records(LocalOptions options) =>
        from folder in Directory.Exists(All(options)) ? Directory.EnumerateDirectories(All(options)) : []
        let machine = new MachineFolder(options, System.IO.Path.GetFileName(folder)).Load()
        where machine is not null
        select machine;

    public MachineRecord? Load() => MachineRecord.Load(Record);

    public IReadOnlyList<string> HostKeys() =>
        File.Exists($"{HostKey}.pub") ? [File.ReadAllText($"{HostKey}.pub").TrimEnd()] : [];

    public string ConsoleTail() => File.Exists(Console) ? ProgramEnd.Tail(File.ReadAllText(Console)) : "";

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
