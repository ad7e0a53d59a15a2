using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// All processes of a machine, as the kernel keeps them: a control group of the machine's id. Nothing else is ever in
/// it, so a number that a stranger's process has now cannot be taken for a machine.
/// </summary>
internal sealed class MachineGroup(LocalOptions options, string id)
{
    /// <summary>Whether systemd runs this host: it makes and removes control groups itself.</summary>
    public static bool HostRunsSystemd { get; } = Directory.Exists("/run/systemd/system");

    // It starts in the outer one, and makes the inner one for itself.
    private static readonly string[] FirstIn = ["payload/init.scope/cgroup.procs", "payload/cgroup.procs"];

    private static readonly Lazy<string> Unified = new(() => UnifiedIn(File.ReadAllText("/proc/mounts"))
        ?? throw new ProviderException("This host has no control groups of version 2 mounted, which machines need. "
            + "Mount them: mount -t cgroup2 none /sys/fs/cgroup"));

    public string Unit => $"{options.Bridge}-{id}.service";

    /// <summary>One in each hierarchy that systemd-nspawn looks at.</summary>
    public IEnumerable<string> Paths => new[] { Unified.Value, "/sys/fs/cgroup/systemd" }
        .Distinct()
        .Where(root => File.Exists(Path.Combine(root, "cgroup.procs")))
        .Select(root => Path.Combine(root, options.Bridge, id));

    private string Main => HostRunsSystemd
        ? Path.Combine(Unified.Value, "machine.slice", Unit)
        : Path.Combine(Unified.Value, options.Bridge, id);

    public static string? UnifiedIn(string mounts) =>
        mounts.Split('\n').Select(line => line.Split(' ')).FirstOrDefault(words => words is [_, _, "cgroup2", ..])?[1];

    public bool IsPopulated() => Read("cgroup.events").Contains("populated 1", StringComparison.Ordinal);

    public MachineProcess? First() => FirstIn
        .SelectMany(file => Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => MachineProcess.Find(int.Parse(line, CultureInfo.InvariantCulture)))
        .FirstOrDefault(process => process is not null);

    /// <summary>All at once, as if power was lost.</summary>
    public void Kill()
    {
        if (IsPopulated())
        {
            File.WriteAllText(Path.Combine(Main, "cgroup.kill"), "1");
        }
    }

    public void Make()
    {
        foreach (var path in Paths)
        {
            while (!Directory.Exists(path))
            {
                TryMake(path);
            }
        }
    }

    /// <summary>What systemd made it removes.</summary>
    public void Remove()
    {
        foreach (var path in HostRunsSystemd ? [] : Paths.Where(Directory.Exists))
        {
            RemoveDeep(path);
        }
    }

    private static void TryMake(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (DirectoryNotFoundException)
        {
            // The folder of all machines went with the last one of before.
        }
    }

    // The files in such a folder are the kernel's, and go with it. The folder of all machines goes with the last.
    private static void RemoveDeep(string path)
    {
        var folders = Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories)
            .OrderByDescending(folder => folder.Length);
        foreach (var folder in folders.Append(path).Append(Path.GetDirectoryName(path)!).ToList())
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (IOException)
            {
                // It is in use, or gone.
            }
        }
    }

    private string Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Main, file));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
