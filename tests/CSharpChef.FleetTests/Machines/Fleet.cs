using System.Globalization;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Real Debian hosts with systemd and sshd on this machine. All of them start when the first test needs one, since a
/// later start would start again what a test has killed. They stay up for the next run of the tests;
/// <c>tests/fleet/fleet down</c> removes them. Tests count instances from 1; with <c>FLEET_FIRST=5</c> the first one is
/// n5, so that other work can use n1 to n4.
/// </summary>
public sealed class Fleet : IDisposable
{
    /// <summary>The instance of the cases, which run beside the other tests.</summary>
    public const int CaseNode = 11;

    /// <summary>The first of the instances that tests register with a server.</summary>
    public const int RegisteredNode = 12;

    private const int Count = 14;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "fleet", "fleet");

    private static readonly int First =
        int.TryParse(
            Environment.GetEnvironmentVariable("FLEET_FIRST"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var first) ? first : 1;

    private readonly SemaphoreSlim upLock = new(1);
    private bool isUp;

    public static string Home =>
        Environment.GetEnvironmentVariable("FLEET_HOME") is { Length: > 0 } home ? home : "/var/lib/fleet";

    public static string SshConfig => Path.Combine(Home, "ssh_config");

    public static string KnownHosts => Path.Combine(Home, "known_hosts");

    public static string Key => Path.Combine(Home, "key");

    /// <summary>The host name of an instance, which is also its name in ssh_config.</summary>
    public static string Name(int instance) => $"n{Number(instance)}";

    /// <summary>The folder on this machine that holds the files which an instance has written.</summary>
    public static string WrittenFilesFolder(int instance) => Path.Combine(Home, "inst", Name(instance), "up");

    public static string Address(int instance) =>
        $"{Environment.GetEnvironmentVariable("FLEET_NET") ?? "198.18"}.77.{Number(instance)}";

    /// <summary>Starts the instances unless they run. Skips the test on a machine that cannot run them.</summary>
    public async Task StartInstancesAsync(CancellationToken ct)
    {
        Prerequisite.RequireRootOnLinux();
        await upLock.WaitAsync(ct);
        try
        {
            if (!isUp)
            {
                await RunScriptAsync(["up", $"{Number(Count)}", "-i", "base"], ct);
                isUp = true;
            }
        }
        finally
        {
            upLock.Release();
        }
    }

    /// <summary>The folder of the root file system that all instances share. It must not be changed.</summary>
    public static async Task<string> BuildImageAsync(CancellationToken ct)
    {
        Prerequisite.RequireRootOnLinux();
        if (!File.Exists(Path.Combine(Home, "image", "stamp")))
        {
            await RunScriptAsync(["build"], ct);
        }

        return Path.Combine(Home, "image", "base");
    }

    /// <summary>Restarts an instance with a fresh disk. It keeps its address and host key.</summary>
    public static Task ResetAsync(int instance, CancellationToken ct) => RunScriptAsync(["reset", Name(instance)], ct);

    /// <summary>Stops an instance as a power loss would. <see cref="StartAsync"/> boots the same disk again.</summary>
    public static Task KillAsync(int instance, CancellationToken ct) => RunScriptAsync(["kill", Name(instance)], ct);

    /// <summary>Shuts an instance down.</summary>
    public static Task StopAsync(int instance, CancellationToken ct) => RunScriptAsync(["stop", Name(instance)], ct);

    public static Task StartAsync(int instance, CancellationToken ct) => RunScriptAsync(["start", Name(instance)], ct);

    /// <summary>Runs a shell command on an instance as root, without ssh.</summary>
    public static Task<string> ExecAsync(int instance, string command, CancellationToken ct) =>
        RunScriptAsync(["exec", Name(instance), "/bin/sh", "-c", command], ct);

    public void Dispose() => upLock.Dispose();

    private static int Number(int instance) => First + instance - 1;

    private static async Task<string> RunScriptAsync(string[] arguments, CancellationToken ct) =>
        (await LocalCommand.RunAsync(["bash", Script, .. arguments], "", ct)).ExpectSuccess(
            $"fleet {string.Join(' ', arguments)}");
}
