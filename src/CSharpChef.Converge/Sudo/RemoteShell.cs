using System.Text;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>A shell on a host, as root if asked, that reads its program from its standard input.</summary>
internal static class RemoteShell
{
    private const int CommandNotFound = 127;

    /// <summary>Without a password this costs one round trip, and the program may be written at once.</summary>
    public static Task<IRemoteProcess> StartAsync(
        IConnection connection, Elevation elevation, string arguments, CancellationToken ct) =>
        elevation switch
        {
            Elevation.Sudo { Password: { } password } => StartWithPasswordAsync(connection, password, arguments, ct),
            Elevation.Sudo => connection.ExecAsync(ExecCommand.Sudo(arguments), ct),
            _ => connection.ExecAsync(ExecCommand.Plain(arguments), ct),
        };

    /// <summary>Starts a shell and writes a short program to it; its input stays open.</summary>
    public static async Task<IRemoteProcess> StartProgramAsync(
        IConnection connection, Elevation elevation, string program, string arguments, CancellationToken ct)
    {
        var process = await StartAsync(connection, elevation, arguments, ct);
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes(program), ct);
        await process.Input.FlushAsync(ct);
        return process;
    }

    /// <summary>Explains why the shell ended before its program printed anything.</summary>
    public static ConnectionException Explain(Elevation elevation, int? exitCode) => (elevation, exitCode) switch
    {
        (Elevation.Sudo, CommandNotFound) =>
            SudoError("sudo is not installed on the host. Install it, or log in as root with --no-sudo."),
        (Elevation.Sudo { Password: null }, not null) =>
            SudoError(
                "sudo refused to start a shell without a password. Enter the sudo password, or allow the user NOPASSWD in sudoers."),
        (Elevation.Sudo, not null) =>
            SudoError("sudo refused to start a shell. Check that sudoers allows the user to run /bin/sh as root."),
        (_, CommandNotFound) => SudoError("The host has no /bin/sh. CSharpChef needs a POSIX shell there."),
        (_, null) => new(ConnectionFailure.Lost,
            "The shell on the host was killed, or the connection was lost, before the program started. Run again."),
        _ => new(ConnectionFailure.Lost,
            $"The login shell on the host ended with {exitCode} before the program started. Check the user's login shell and "
                + "its start-up files."),
    };

    private static async Task<IRemoteProcess> StartWithPasswordAsync(
        IConnection connection, string password, string arguments, CancellationToken ct)
    {
        var dialogue = SudoDialogue.New();
        var process = await connection.ExecAsync(dialogue.Command(arguments), ct);
        try
        {
            return await dialogue.AuthenticateAsync(process, password, ct) switch
            {
                (SudoAnswer.Started, var started) => started!,
                (SudoAnswer.WrongPassword, _) =>
                    throw SudoError(
                        "sudo did not accept the password. Enter the password of the login user, and try it with sudo "
                        + "-k -v on the host."),
                _ => throw Explain(new Elevation.Sudo(password), await process.Exit.WaitAsync(ct)),
            };
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    private static ConnectionException SudoError(string message) => new(ConnectionFailure.Sudo, message);
}
