using System.Globalization;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>
/// The arguments of ssh for one host. It is named by its alias alone, so that ssh finds its settings itself; only what
/// the user gave on the command line is added.
/// </summary>
internal sealed class OpenSshArguments(Target target, SshOptions options, string program)
{
    // A master that nobody uses ends by itself: this process may be killed.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan TimeToType = TimeSpan.FromSeconds(60);

    /// <summary>The command with which a person can try to log in.</summary>
    public string ByHand => string.Join(
        ' ', new[] { Path.GetFileName(program) }.Concat(Given()).Append(target.Address).Select(ShellQuote.Word));

    /// <summary>The named key file when it does not exist: ssh would go on without it.</summary>
    public string? MissingKey => Key is { } key && !File.Exists(key) ? key : null;

    private string? Key => (target.Identity ?? options.Identity) is { } key ? options.Account.Expand(key) : null;

    /// <summary>The arguments that print the settings of the host.</summary>
    public IReadOnlyList<string> Query => [.. Given(), "-G", "--", target.Address];

    /// <summary>
    /// The arguments that log in, listen on a control socket and go to the background. A master that ends by itself
    /// silences its proxy command, unless it is verbose.
    /// </summary>
    public IReadOnlyList<string> Master(OpenSshSettings settings, string socket, string log) =>
    [
        .. settings.HasProxy ? ["-v"] : Array.Empty<string>(), .. Given(), .. Neutral(settings), "-f", "-N", "-M", "-S", socket, "-E", log,
        .. Option("ControlPersist", Seconds(Idle)), "--", target.Address,
    ];

    /// <summary>
    /// The arguments that run a command over a control socket. ssh makes a connection for this command alone where the
    /// master is gone, or sshd allows it no further session.
    /// </summary>
    /// <param name="settings">The settings of the host.</param>
    /// <param name="socket">The socket; null for the one of the user's own settings.</param>
    /// <param name="command">The command for the login shell.</param>
    public IReadOnlyList<string> Session(OpenSshSettings settings, string? socket, string command) =>
    [
        .. Given(), .. Neutral(settings), .. Plain(settings), .. Socket(socket), .. Option("ControlMaster", "no"), "-T",
        "--", target.Address, command,
    ];

    /// <summary>The arguments that ask or end the master of a control socket.</summary>
    public IReadOnlyList<string> Control(string? socket, string request) =>
        [.. Given(), .. Socket(socket), "-O", request, "--", target.Address];

    /// <summary>The time for the whole login, with time for a person to type a password or to touch a key.</summary>
    public TimeSpan LoginLimit(OpenSshSettings settings) => ConnectTimeout(settings) + TimeToType;

    private static string[] Socket(string? socket) => socket is null ? [] : ["-S", socket];

    private static string[] Option(string keyword, string value) => ["-o", $"{keyword}={value}"];

    private static string Seconds(TimeSpan time) => Number(Math.Max(1, Math.Ceiling(time.TotalSeconds)));

    private static string Number(double number) => ((int)number).ToString(CultureInfo.InvariantCulture);

    private static string LargestCount(SshTimes times) =>
        Number(Math.Max(1, (times.PingDeadline / times.PingInterval) - 1));

    /// <summary>Settings instead of those that would disturb our commands, or a run that nobody watches.</summary>
    private IEnumerable<string> Neutral(OpenSshSettings settings) =>
    [
        .. Option("ConnectTimeout", Seconds(ConnectTimeout(settings))),
        .. Option("ServerAliveInterval", Seconds(options.Times.PingInterval)),
        .. Option("ServerAliveCountMax", LargestCount(options.Times)),
        .. Option("StrictHostKeyChecking", HostKeyCheckOf(settings)),
        .. Option("LogLevel", "ERROR"),
        .. Option("RemoteCommand", "none"),
        .. Option("ClearAllForwardings", "yes"),
        .. Option("ForwardX11", "no"),
    ];

    /// <summary>Settings that would not run a command as usual, where this ssh knows them.</summary>
    private static IEnumerable<string> Plain(OpenSshSettings settings) =>
    [
        .. settings.Knows("sessiontype") ? Option("SessionType", "default") : [],
        .. settings.Knows("stdinnull") ? Option("StdinNull", "no") : [],
        .. settings.Knows("forkafterauthentication") ? Option("ForkAfterAuthentication", "no") : [],
    ];

    private IEnumerable<string> Given() =>
    [
        .. options.ConfigFile is { } config ? ["-F", options.Account.Expand(config)] : Array.Empty<string>(),
        .. (target.User ?? options.User) is { } user ? ["-l", user] : Array.Empty<string>(),
        .. (target.Port ?? options.Port) is { } port ? ["-p", Number(port)] : Array.Empty<string>(),
        .. Key is { } key ? ["-i", key] : Array.Empty<string>(),
        .. options.KnownHosts is { } known
            ? [
                .. Option("UserKnownHostsFile", $"\"{options.Account.Expand(known)}\""),
                .. Option("GlobalKnownHostsFile", "none"),
            ]
            : Array.Empty<string>(),
    ];

    private TimeSpan ConnectTimeout(OpenSshSettings settings) =>
        options.ConnectTimeout ?? settings.ConnectTimeout ?? options.Times.Connect;

    // The same rule as for the built-in client: a run cannot ask the user, and a changed key is always refused.
    private string HostKeyCheckOf(OpenSshSettings settings) =>
        (options.HostKeyCheck ?? (settings.AsksForUnknownKeys ? HostKeyCheck.Strict : HostKeyCheck.AcceptNew))
            == HostKeyCheck.Strict ? "yes" : "accept-new";
}
