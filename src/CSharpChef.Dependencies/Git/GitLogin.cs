using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.Shell;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>Asks the credential helpers of the user's git for a login, where git is installed.</summary>
internal static class GitLogin
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <returns>Null when git is not installed, or knows no login.</returns>
    public static Credentials? Ask(string url)
    {
        var uri = new Uri(url);
        try
        {
            var question = $"protocol={uri.Scheme}\nhost={uri.Authority}\npath={uri.AbsolutePath.TrimStart('/')}\n\n";
            var end = Task.Run(() => new LimitedProgram(Command(), TimeLimit, TimeProvider.System)
                .RunAsync(question, CancellationToken.None)).GetAwaiter().GetResult();
            return end.ExitCode == 0 ? Parse(end.Output) : null;
        }
        catch (Exception e) when (e is Win32Exception or TimeoutException or InvalidDataException)
        {
            // git is not installed, or its helper does not answer.
            return null;
        }
    }

    // It must not ask the user: the question would be lost among the lines of a run.
    private static ProcessStartInfo Command() => new("git", ["credential", "fill"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_ASKPASS"] = "", ["SSH_ASKPASS"] = "" },
    };

    private static UsernamePasswordCredentials? Parse(string output)
    {
        var values = output.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1]);
        return values["username"].FirstOrDefault() is { } user && values["password"].FirstOrDefault() is { } password
            ? new UsernamePasswordCredentials { Username = user, Password = password }
            : null;
    }
}
