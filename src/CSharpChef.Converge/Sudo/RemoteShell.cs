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
        var process = await StartShellAsync(LoginWord(token), $"{token} {arguments}".TrimEnd(), ct);
        try
        {
            var login = elevation is Elevation.Sudo { Password: not null } ? "" : LoginWord(token);
            var start = new ShellStart(process, elevation, clock, ssh) { Login = login };
            return await start.SendAsync(program, token, ct)
                ?? throw Explain(elevation, start.IsPastLogin, await process.Exit.WaitAsync(ct), start.Words);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Explains why the shell ended before its program printed anything.</summary>
    /// <param name="elevation">The user of the shell.</param>
    /// <param name="isPastLogin">True when the login shell ran our command.</param>
    /// <param name="exitCode">The exit code of the command; null when it was killed.</param>
    /// <param name="words">What it printed, a line each.</param>
    public static ConnectionException Explain(
        Elevation elevation, bool isPastLogin, int? exitCode, string words) => (elevation, exitCode) switch
        {
            (_, null) => new(ConnectionFailure.Lost,
                "The shell on the host was killed, or the connection was lost, before the program started. Run again."
                    + words),
            _ when !isPastLogin => new(ConnectionFailure.NoAnswer,
                $"The login on the host ended with exit code {exitCode} before the login shell ran our command. Check the user's "
                + "login shell and its start files (such as ~/.bashrc), and whether the account or its password has "
                + $"expired.{words}"),
            (Elevation.Sudo sudo, { } code) => SudoError(WhyOfSudo(sudo, code, words), words),
            (_, CommandNotFound) =>
                SudoError("The host has no /bin/sh. CSharpChef needs a POSIX shell there.", words),
            _ => new(ConnectionFailure.NoAnswer,
                $"/bin/sh on the host ended with exit code {exitCode} before the program started.{words}"),
        };

    private static string WhyOfSudo(Elevation.Sudo sudo, int exitCode, string words) => exitCode == CommandNotFound
        ? "sudo is not installed on the host. Install it, or log in as root with --no-sudo."
        : SudoSays(words, "tty")
        ? "sudo refused to start a shell without a terminal. Remove requiretty from sudoers for this user "
            + "(Defaults:USER !requiretty), or log in as root."
        : sudo.Password is null && SudoSays(words, "password is required")
        ? "sudo refused to start a shell without a password. Run with -K (--ask-sudo-password) or set CSHARPCHEF_SUDO_PASSWORD, or allow the user NOPASSWD in sudoers."
        : "sudo refused to start a shell. Check that sudoers allows the user to run /bin/sh as root"
            + (sudo.Password is null ? ", with NOPASSWD unless -K (--ask-sudo-password) or CSHARPCHEF_SUDO_PASSWORD gives the password." : ".");

    // A start file prints too, such as "stty: 'standard input': Inappropriate ioctl for device".
    private static bool SudoSays(string words, string word) => words.Split('\n').Any(line =>
        line.TrimStart().StartsWith("sudo:", StringComparison.Ordinal)
        && line.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string LoginWord(string token) => $"csharpchef-login-{token}";

    private Task<IRemoteProcess> StartShellAsync(string login, string arguments, CancellationToken ct) =>
        elevation switch
        {
            Elevation.Sudo { Password: { } password } => StartWithPasswordAsync(password, arguments, ct),
            Elevation.Sudo => connection.ExecAsync(ExecCommand.After(login, ExecCommand.Sudo(arguments)), ct),
            _ => connection.ExecAsync(ExecCommand.After(login, ExecCommand.Plain(arguments)), ct),
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
                    elevation, dialogue.IsPastLogin, await process.Exit.WaitAsync(ct), Excerpt.Of(dialogue.Words)),
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
