using System.Globalization;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>
/// The command that starts a worker in its sandbox. The worker has no network, no environment, no files but those that
/// it must read, and cannot outlive this process.
/// </summary>
internal sealed class SandboxCommand(WorkerFolders folders, SandboxLimits limits, RuntimeFiles runtime)
{
    private const string Temporary = "/tmp";

    private static readonly string[] Devices = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];

    private static readonly string[] OfOrdinaryUser = ["--unshare-all"];

    // Without a user namespace, in which only one user would exist.
    private static readonly string[] OfRoot =
    [
        "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
        "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP",
    ];

    /// <summary>The user without an account that the worker becomes; null for that of this process.</summary>
    public int? User { get; init; }

    /// <summary>The program <c>setpriv</c> and its libraries, which that needs.</summary>
    public IReadOnlyList<string> UserTools { get; init; } = [];

    /// <param name="folders">What the worker sees.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="user">The user without an account that it becomes; null for that of this process.</param>
    /// <exception cref="ConvergeException">A program that is needed is missing.</exception>
    public static SandboxCommand Of(WorkerFolders folders, SandboxLimits limits, int? user) =>
        new(folders, limits, RuntimeFiles.OfThisProcess)
        {
            User = user,
            UserTools = user is null ? [] : SandboxTools.UserTools,
        };

    /// <summary>The words of the command, its program first.</summary>
    public IReadOnlyList<string> Words =>
    [
        SandboxTools.Bubblewrap,
        .. Isolation(),
        .. Devices.Concat(Readable).Append(folders.Compiled).SelectMany(Above).Distinct().SelectMany(Folder),
        .. Devices.SelectMany(path => Bound("--dev-bind", path)),
        .. Readable.SelectMany(path => Bound("--ro-bind", path)),
        .. Bound(folders.IsCompiling ? "--bind" : "--ro-bind", folders.Compiled),
        "--remount-ro", "/",
        .. Environment(),
        "--chdir", folders.CookbookRoots[0],
        "--",
        .. ChangingUser(),
        .. Program(),
    ];

    private IEnumerable<string> Readable =>
    [
        .. runtime.Libraries, .. UserTools, runtime.Host,
        .. runtime.Folders.Concat(folders.CookbookRoots).Concat(folders.Locked).Distinct(),
    ];

    // Without permissions, another user than that of bubblewrap could not enter the folders above.
    private static IEnumerable<string> Above(string path)
    {
        var above = Path.GetDirectoryName(path) is { } folder and not ("/" or Temporary) ? folder : null;
        return above is null ? [] : Above(above).Append(above);
    }

    private static IEnumerable<string> Folder(string path) => ["--perms", "0755", "--dir", path];

    private IEnumerable<string> Isolation() =>
    [
        .. User is null ? OfOrdinaryUser : OfRoot,
        "--die-with-parent", "--new-session", "--clearenv", "--hostname", "worker",
        "--seccomp", Text(WorkerStarter.FilterDescriptor),
        "--proc", "/proc",
        "--perms", "1777", "--size", Text(limits.Temporary), "--tmpfs", Temporary,
    ];

    private static IEnumerable<string> Bound(string option, string path) => [option, path, path];

    private IEnumerable<string> Environment() => new Dictionary<string, string?>
    {
        ["DOTNET_ROOT"] = runtime.Root,
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_GCHeapHardLimit"] = limits.Heap.ToString("x", CultureInfo.InvariantCulture),
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_EnableWriteXorExecute"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCountThreshold"] = "3e8",
        ["HOME"] = Temporary,
        ["LD_LIBRARY_PATH"] = string.Join(
            ':', runtime.Libraries.Concat(UserTools).Select(Path.GetDirectoryName).Distinct()),
        ["NUGET_PACKAGES"] = folders.Packages,
    }.Where(pair => pair.Value is not null).SelectMany(pair => (string[])["--setenv", pair.Key, pair.Value!]);

    private IEnumerable<string> ChangingUser() => User is not { } user ? [] :
    [
        UserTools[0], "--reuid", Text(user), "--regid", Text(user), "--clear-groups",
        "--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all", "--no-new-privs", "--",
    ];

    private IEnumerable<string> Program() =>
    [
        runtime.Host, "exec", Path.Combine(AppContext.BaseDirectory, "csharpchef.dll"), "worker",
        "--compiled", folders.Compiled,
        .. folders.CookbookRoots.SelectMany(root => (string[])["--cookbooks", root]),
        .. folders.CookbookCache is { } cache ? ["--cookbook-cache", cache] : (string[])[],
        .. folders.IsCompiling ? ["--compile"] : (string[])[],
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
