using System.Diagnostics;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// A root folder with nothing but busybox, which looks like Alpine, to run programs on such a userland. Each command
/// mounts in its own namespace, so no mount is left behind.
/// </summary>
internal sealed class BusyboxRoot : IDisposable
{
    private static readonly string[] Folders =
    [
        "bin",
        "sbin",
        "usr/bin",
        "usr/sbin",
        "etc",
        "proc",
        "dev",
        "tmp",
        "root",
        "run",
        "var/lib",
        "var/log",
        "home"
    ];

    private static readonly (string Path, string Text)[] Files =
    [
        (
            "etc/passwd",
            "root:x:0:0:root:/root:/bin/sh\nbin:x:1:1:bin:/bin:/sbin/nologin\ndaemon:x:2:2:daemon:/usr/sbin:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n"),
        (
            "etc/group",
            "root:x:0:root\nbin:x:1:root,bin\ndaemon:x:2:root,bin,daemon\nadm:x:4:root\nwheel:x:10:root\nmail:x:12:mail\nnobody:x:65534:\n"),
        ("etc/shadow", "root:*::0:::::\nbin:!::0:::::\ndaemon:!::0:::::\nnobody:!::0:::::\n"),
        ("etc/hosts", "127.0.0.1 localhost\n"),
        ("etc/os-release", "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.1\nPRETTY_NAME=\"Alpine Linux v3.20\"\n"),
        ("etc/shells", "/bin/sh\n/bin/ash\n"),
    ];

    private const string Devices =
        "mknod -m 666 dev/null c 1 3 && mknod -m 666 dev/zero c 1 5 && mknod -m 666 dev/random c 1 8 && "
        + "mknod -m 666 dev/urandom c 1 9 && mknod -m 666 dev/tty c 5 0 && chmod 755 . && chmod 1777 tmp && chmod 640 etc/shadow";

    private BusyboxRoot(string folder) => Folder = folder;

    /// <summary>
    /// The busybox that the environment variable CSHARPCHEF_BUSYBOX names, which may have more applets, else the one of
    /// this machine; null when there is none.
    /// </summary>
    private static string? Program => new[]
    {
        Environment.GetEnvironmentVariable("CSHARPCHEF_BUSYBOX"), "/bin/busybox", "/usr/bin/busybox",
    }.FirstOrDefault(File.Exists);

    /// <summary>The folder on this machine that holds the root file system.</summary>
    public string Folder { get; }

    public static async Task<BusyboxRoot> CreateAsync(CancellationToken ct)
    {
        Prerequisite.RequireRootOnLinux();
        var busybox = Program;
        Prerequisite.Require(busybox is not null, "busybox is not installed (package busybox-static)");
        var root = new BusyboxRoot(TemporaryFolder.Create("busybox-"));
        foreach (var folder in Folders)
        {
            Directory.CreateDirectory(Path.Combine(root.Folder, folder));
        }

        File.Copy(busybox!, Path.Combine(root.Folder, "bin/busybox"));
        foreach (var (path, text) in Files)
        {
            await File.WriteAllTextAsync(Path.Combine(root.Folder, path), text, ct);
        }

        (await LocalCommand.RunAsync(
            ["/bin/sh", "-c", $"cd '{root.Folder}' && {Devices} && chroot . /bin/busybox --install -s"], "", ct))
            .ExpectSuccess("making a root folder of busybox");
        return root;
    }

    /// <summary>
    /// Runs a shell program in the root folder as root. The shell reads it from standard input, as over ssh.
    /// </summary>
    public Task<LocalCommand> RunAsync(string program, CancellationToken ct) =>
        LocalCommand.RunAsync(Command("exec /bin/sh -s"), program, ct);

    public bool HasApplet(string name) => new[] { "bin", "sbin", "usr/bin", "usr/sbin" }
        .Any(folder => new FileInfo(Path.Combine(Folder, folder, name)).LinkTarget is not null);

    /// <summary>Starts a shell command in the root folder as root, as sshd would.</summary>
    public Process Start(string command) =>
        Process.Start(new ProcessStartInfo(Command(command)[0], Command(command).Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string[] Command(string command) =>
    [
        "unshare", "--mount", "/bin/sh", "-c",
        "mount -t proc proc \"$1/proc\" && exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root chroot \"$1\" /bin/sh -c \"$2\"",
        "sh", Folder, command,
    ];
}
