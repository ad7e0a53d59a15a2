namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The files of a machine on this host. The record of the machine is read from disk every time, so that a restarted
/// server has the same information.
/// </summary>
internal sealed class MachineFolder(LocalOptions options, string id)
{
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

    /// <summary>The file that exists while the machine is being stopped.</summary>
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
