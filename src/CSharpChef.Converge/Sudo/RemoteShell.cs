using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>A shell on a host, as root if asked, that reads its program from its standard input.</summary>
/// <param name="connection">The connection to the host.</param>
/// <param name="elevation">The user of the shell.</param>
/// <param name="clock">Measures the time without an answer.</param>
/// <param name="ssh">The command with which a person can log in.</param>
internal sealed class RemoteShell(IConnection connection, Elevation elevation, TimeProvider clock, string ssh)
{
    private const int CommandNotFound = 127;

    /// <summary>
    /// Starts a shell, sends it a program and waits until it has begun. Without a password this costs one round trip.
    /// </summary>
    /// <param name="program">The program; it prints lines that start with the token.</param>
    /// <param name="token">A random word, the first argument of the program.</param>
    /// <param name="arguments">Its other arguments, as shell words.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>The process, its output from the program's first line on, its input open.</returns>
    /// <exception cref="ConnectionException">The shell did not start, or did not answer in time.</exception>
    public async Task<IRemoteProcess> StartAsync(string program, string token, string arguments, CancellationToken ct)
    {
        var process = await StartShellAsync($"{token} {arguments}".TrimEnd(), ct);
        try
        {
            var start = new ShellStart(process, elevation, clock, ssh);
            return await start.SendAsync(program, token, ct)
                ?? throw Explain(elevation, await process.Exit.WaitAsync(ct), start.Words);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Explains why the shell ended before its program printed anything.</summary>
    /// <param name="elevation">The user of the shell.</param>
    /// <param name="exitCode">The exit code of the command; null when it was killed.</param>
    /// <param name="words">What it wrote to its standard error, a line each.</param>
    public static ConnectionException Explain(Elevation elevation, int? exitCode, string words) =>
        (elevation, exitCode) switch
        {
            (Elevation.Sudo, CommandNotFound) =>
                SudoError("sudo is not installed on the host. Install it, or log in as root with --no-sudo.", words),
            (Elevation.Sudo, not null) when words.Contains("tty", StringComparison.OrdinalIgnoreCase) =>
                SudoError(
                    "sudo refused to start a shell without a terminal. Remove requiretty from sudoers for this user "
                    + "(Defaults:USER !requiretty), or log in as root.", words),
            (Elevation.Sudo { Password: null }, not null) =>
                SudoError(
                    "sudo refused to start a shell without a password. Enter the sudo password, or allow the user NOPASSWD in sudoers.",
                    words),
            (Elevation.Sudo, not null) =>
                SudoError(
                    "sudo refused to start a shell. Check that sudoers allows the user to run /bin/sh as root.", words),
            (_, CommandNotFound) =>
                SudoError("The host has no /bin/sh. CSharpChef needs a POSIX shell there.", words),
            (_, null) => new(ConnectionFailure.Lost,
                "The shell on the host was killed, or the connection was lost, before the program started. Run again."
                    + words),
            _ => new(ConnectionFailure.NoAnswer,
                $"The login shell on the host ended with {exitCode} before the program started. Check the user's login shell and "
                    + $"its start-up files.{words}"),
        };

    private Task<IRemoteProcess> StartShellAsync(string arguments, CancellationToken ct) => elevation switch
    {
        Elevation.Sudo { Password: { } password } => StartWithPasswordAsync(password, arguments, ct),
        Elevation.Sudo => connection.ExecAsync(ExecCommand.Sudo(arguments), ct),
        _ => connection.ExecAsync(ExecCommand.Plain(arguments), ct),
    };

    private async Task<IRemoteProcess> StartWithPasswordAsync(string password, string arguments, CancellationToken ct)
    {
        var dialogue = SudoDialogue.New();
        var process = await connection.ExecAsync(dialogue.Command(arguments), ct);
        try
        {
            return await dialogue.AuthenticateAsync(process, password, clock, ssh, ct) switch
            {
                (SudoAnswer.Started, var started) => started!,
                (SudoAnswer.WrongPassword, _) =>
                    throw SudoError(
                        "sudo did not accept the password. Enter the password of the login user, and try it with sudo "
                        + "-k -v on the host.", ""),
                _ => throw Explain(
                    elevation, await process.Exit.WaitAsync(ct), Excerpt.Of(dialogue.Words)),
            };
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static ConnectionException SudoError(string message, string words) =>
        new(ConnectionFailure.Sudo, message + words);
}
