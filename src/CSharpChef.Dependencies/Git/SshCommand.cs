using System.ComponentModel;
using System.Diagnostics;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Starts the user's own ssh, as git does.</summary>
internal static class SshCommand
{
    /// <exception cref="LibGit2SharpException">There is no such program.</exception>
    public static Process Start(IReadOnlyList<string> arguments)
    {
        var start = Command(arguments);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new LibGit2SharpException($"there is no program {start.FileName}");
        }
    }

    // GIT_SSH_COMMAND and core.sshCommand are commands of the shell, GIT_SSH is a program.
    private static ProcessStartInfo Command(IReadOnlyList<string> arguments) =>
        (Variable("GIT_SSH_COMMAND") ?? Configured()) is { } command
            ? new ProcessStartInfo("/bin/sh", ["-c", $"{command} \"$@\"", "ssh", .. arguments])
            : new ProcessStartInfo(Variable("GIT_SSH") ?? "ssh", arguments);

    private static string? Configured()
    {
        using var configuration = Configuration.BuildFrom(null);
        return configuration.Get<string>("core.sshCommand")?.Value;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
