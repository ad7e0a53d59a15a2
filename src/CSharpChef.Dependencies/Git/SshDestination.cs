using System.Text.RegularExpressions;
using CSharpChef.Converge.Shell;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>A repository that is reached by ssh: <c>ssh://user@host:port/path</c>, or <c>user@host:path</c>.</summary>
/// <param name="Host">The host as ssh takes it, with the user where the URL names one.</param>
/// <param name="Port">Null where the URL names none: the user's config of ssh decides then.</param>
/// <param name="Path">The path on the host.</param>
internal sealed partial record SshDestination(string Host, string? Port, string Path)
{
    /// <summary>Reads the URL of a repository.</summary>
    /// <exception cref="LibGit2SharpException">
    /// The URL is not one of ssh, or ssh or git would take a part of it for an option.
    /// </exception>
    public static SshDestination Parse(string url)
    {
        var destination = Url().Match(url) is { Success: true } full ? OfUrl(full)
            : HostAndPath().Match(url) is { Success: true } brief ? OfHostAndPath(brief)
            : throw new LibGit2SharpException("the URL is not of the form ssh://user@host/path or user@host:path");
        return destination.Host.StartsWith('-') || destination.Host.Contains("@-", StringComparison.Ordinal)
            || destination.Path.StartsWith('-')
                ? throw new LibGit2SharpException("its host or path begins with -, which ssh or git would take for an option")
                : destination;
    }

    /// <summary>The arguments of ssh that run a command of git in the repository.</summary>
    /// <param name="command">The command: <c>git-upload-pack</c> or <c>git-receive-pack</c>.</param>
    public IReadOnlyList<string> Arguments(string command) =>
        [.. Port is null ? [] : new[] { "-p", Port }, Host, $"{command} {ShellQuote.Word(Path)}"];

    private static SshDestination OfUrl(Match match) => new(
        Uri.UnescapeDataString(match.Groups["user"].Value + match.Groups["host"].Value.Trim('[', ']')),
        match.Groups["port"] is { Success: true } port ? port.Value : null,
        AtHome(Uri.UnescapeDataString(match.Groups["path"].Value)));

    private static SshDestination OfHostAndPath(Match match) => new(
        match.Groups["user"].Value + match.Groups["host"].Value.Trim('[', ']'), null, AtHome(match.Groups["path"].Value));

    // As git has it: /~ann/x lies in the home of ann.
    private static string AtHome(string path) => path.StartsWith("/~", StringComparison.Ordinal) ? path[1..] : path;

    [GeneratedRegex(@"^[a-z+]+://(?<user>[^@/]+@)?(?<host>\[[^\]/]+\]|[^:/@]+)(:(?<port>[0-9]+))?(?<path>/.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Url();

    [GeneratedRegex(@"^(?<user>[^@/:]+@)?(?<host>\[[^\]/]+\]|[^:/@]+):(?<path>.+)$", RegexOptions.Singleline)]
    private static partial Regex HostAndPath();
}
