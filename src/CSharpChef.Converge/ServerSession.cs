using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge;

/// <summary>
/// Connects from a server to its machines. Nothing that belongs to the account of the server is read or written: no
/// settings, keys or known hosts of SSH.
/// </summary>
internal static class ServerSession
{
    private const int MostOutput = 1024 * 1024;
    private const string BootId = "cat /proc/sys/kernel/random/boot_id";

    /// <summary>The options of a session, to which a caller adds those of its run.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="facts">The last known facts of this machine: a folder of the server.</param>
    public static SessionOptions Options(ServerHost host, FactsCache facts) => new(host.Ssh, facts)
    {
        Sudo = host.UsesSudo ? SudoUse.WhereNeeded : SudoUse.Never,
    };

    /// <summary>A session with the machine. It connects at its first use.</summary>
    public static RealNodeSession Open(
        ServerHost host, SessionOptions options, ConvergeMode mode, CancellationToken ct) =>
        new(host.Target, options, mode, ct);

    /// <summary>Logs in, becomes root where the machine wants sudo for that, and changes nothing.</summary>
    /// <returns>The boot id of the machine, which is another one after each boot.</returns>
    /// <exception cref="ConnectionException">
    /// Its failure says why: the machine is unreachable (<see cref="ConnectionFailure.Unreachable"/>,
    /// <see cref="ConnectionFailure.UnknownHost"/>, <see cref="ConnectionFailure.TimedOut"/>,
    /// <see cref="ConnectionFailure.Dropped"/>), its host key is not an
    /// expected one (<see cref="ConnectionFailure.HostKey"/>), or it refused the login
    /// (<see cref="ConnectionFailure.Authentication"/>) or sudo (<see cref="ConnectionFailure.Sudo"/>).
    /// </exception>
    public static async Task<string> TryLoginAsync(ServerHost host, CancellationToken ct) =>
        await RunAsync(host, BootId, ct) is { ExitCode: 0, Output: var id }
            ? id.Trim()
            : throw new ConvergeException($"{host.Name} has no boot id in /proc/sys/kernel/random: it must run Linux");

    /// <summary>Runs a command on a connection of its own, as root by sudo unless the host says otherwise.</summary>
    /// <exception cref="ConvergeException">The command wrote more than a megabyte, and was ended.</exception>
    public static async Task<CommandResult> RunAsync(ServerHost host, string command, CancellationToken ct)
    {
        var route = new SshRoute(host.Target, host.Ssh);
        await using var connection = new HostConnection(host.Target, route, ct);
        var user = host.UsesSudo ? new Elevation.Sudo() : Elevation.LoginUser;
        var shell = new RemoteShell(await connection.GetAsync(ct), user, TimeProvider.System, connection.Ssh);
        try
        {
            return await RemoteCommand.RunAsync(shell, user, command, MostOutput, ct);
        }
        catch (InvalidDataException e)
        {
            throw new ConvergeException($"the command on {host.Name} {e.Message} and was ended", e);
        }
    }
}
