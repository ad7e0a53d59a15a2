using System.Diagnostics;
using System.Globalization;

namespace CSharpChef.Cli.Nouns.Machines;

/// <summary>A login to a machine by the user's own ssh.</summary>
/// <param name="Name">The name under which ssh looks up the host keys.</param>
/// <param name="Address">The address.</param>
/// <param name="Port">The port of sshd.</param>
/// <param name="User">The account.</param>
internal sealed record SshLogin(string Name, string Address, int Port, string User)
{
    /// <summary>The host keys that the machine may present.</summary>
    public required IReadOnlyList<string> HostKeys { get; init; }

    /// <summary>The arguments of ssh.</summary>
    /// <param name="knownHosts">The file of the host keys.</param>
    /// <param name="words">Options of ssh, and a command.</param>
    public IReadOnlyList<string> Arguments(string knownHosts, IReadOnlyList<string> words) =>
    [
        "-o", $"UserKnownHostsFile=\"{knownHosts}\"",
        "-o", "GlobalKnownHostsFile=/dev/null",
        "-o", "StrictHostKeyChecking=yes",
        "-o", "UpdateHostKeys=no",
        "-o", $"HostKeyAlias={Name}",
        "-o", $"HostName={Address}",
        "-p", Port.ToString(CultureInfo.InvariantCulture),
        "-l", User,
        Name,

        // ssh reads options after the host too, up to the command.
        .. words,
    ];

    /// <returns>The exit code of ssh.</returns>
    public static async Task<int> RunAsync(
        string program, SshLogin login, IReadOnlyList<string> words, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("csharpchef-ssh-");
        try
        {
            var file = Path.Combine(folder.FullName, "known_hosts");
            await File.WriteAllLinesAsync(file, login.HostKeys.Select(key => $"{login.Name} {key}"), ct);
            using var ssh = Process.Start(new ProcessStartInfo(program, login.Arguments(file, words)))!;

            // Ctrl-C reaches ssh by itself, which decides what it means.
            await ssh.WaitForExitAsync(CancellationToken.None);
            return ssh.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
