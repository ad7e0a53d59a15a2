using System.ComponentModel;
using System.Diagnostics;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// Asks the user's ssh why a repository cannot be read: libgit2 runs ssh too, and does not say what it printed.
/// </summary>
internal static class SshQuestion
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <returns>The last line that ssh or the server printed; null when they accept us now.</returns>
    public static string? ReasonOf(string url)
    {
        try
        {
            using var process = Process.Start(Command(url))!;
            using var limit = new Timer(
                _ => process.Kill(entireProcessTree: true), null, TimeLimit, Timeout.InfiniteTimeSpan);
            process.StandardInput.Close();
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var lines = process.StandardError.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            return process.ExitCode == 0 ? null : Reason(lines);
        }
        catch (Win32Exception)
        {
            return "there is no program ssh";
        }
    }

    private static string? Reason(string[] lines) =>
        Array.FindLast(lines, line => !line.StartsWith("and the repository exists", StringComparison.Ordinal))
            ?.Trim().TrimEnd('.');

    // As git does it: GIT_SSH_COMMAND is a command of the shell.
    private static ProcessStartInfo Command(string url)
    {
        var (destination, port, path) = Parts(url);
        string[] arguments = ["-o", "BatchMode=yes", .. port, destination, $"git-upload-pack '{path}'"];
        var start = Environment.GetEnvironmentVariable("GIT_SSH_COMMAND") is { Length: > 0 } command
            ? new ProcessStartInfo("/bin/sh", ["-c", $"{command} \"$@\"", "ssh", .. arguments])
            : new ProcessStartInfo(Environment.GetEnvironmentVariable("GIT_SSH") is { Length: > 0 } ssh ? ssh : "ssh", arguments);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }

    // ssh://user@host:port/path, or user@host:path.
    private static (string Destination, string[] Port, string Path) Parts(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && url.Contains("://", StringComparison.Ordinal))
        {
            var user = uri.UserInfo.Length > 0 ? $"{uri.UserInfo}@" : "";
            return ($"{user}{uri.Host}", uri.Port > 0 ? ["-p", $"{uri.Port}"] : [], uri.AbsolutePath);
        }

        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return (url[..colon], [], url[(colon + 1)..]);
    }
}
