using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The control group of a machine, which holds all of its processes and no other. So a process that got the id of an
/// ended one is never taken for the machine.
/// </summary>
internal sealed class MachineGroup(LocalOptions options, string id)
{
    /// <summary>True when systemd runs this host: then systemd creates and removes the control groups.</summary>
    public static bool HostRunsSystemd { get; } = Directory.Exists("/run/systemd/system");

    // The first process starts in the outer group, and creates the inner one itself.
    private static readonly string[] FirstIn = ["payload/init.scope/cgroup.procs", "payload/cgroup.procs"];

    private static readonly Lazy<string> Unified = new(() => UnifiedIn(File.ReadAllText("/proc/mounts"))
        ?? throw new ProviderException("Machines need control groups of version 2, which are not mounted on this host. "
            + "Mount them: mount -t cgroup2 none /sys/fs/cgroup"));

    public string Unit => $"{options.Bridge}-{id}.service";

    /// <summary>The folders of the group, in each hierarchy that systemd-nspawn uses.</summary>
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

    /// <summary>Kills all processes at once, as a power loss would.</summary>
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

    /// <summary>Removes the group, unless systemd created it.</summary>
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
            // The folder of all machines was removed with the last machine.
        }
    }

    // The kernel removes the files of such a folder with it. The folder of all machines is removed with the last
    // machine.
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
                // The folder is in use, or was removed.
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
