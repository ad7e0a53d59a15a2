namespace CSharpChef.Converge.Cookbooks;

/// <summary>Checks and shows the URLs of Git repositories.</summary>
internal static class GitUrl
{
    private static readonly string[] Schemes = ["https", "http", "ssh", "file", "git+ssh"];

    private static readonly string[] TokenBeginnings = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-"];

    /// <summary>What is wrong with a URL, as the end of a sentence; null for one that can be fetched.</summary>
    public static string? Mistake(string url)
    {
        if (Authority(url) is not { } authority)
        {
            return null;
        }

        var scheme = url[..url.IndexOf("://", StringComparison.Ordinal)];
        return !Schemes.Contains(scheme)
            ? $"has the scheme {scheme}, which git is not used with: write https://, ssh://, file://, user@host:path or a path"
            : HasSecret(authority)
            ? $"has a password or token in it: remove it, and give a token in {GitCredentials.TokenVariable(HostOf(authority))} or by git's own credential helper"
            : null;
    }

    /// <summary>The URL without the password or token that may be in it.</summary>
    public static string Shown(string url) => Authority(url) is { } authority && HasSecret(authority)
        ? url.Replace(authority, authority[(authority.LastIndexOf('@') + 1)..], StringComparison.Ordinal)
        : url;

    // The text between :// and the next slash, also where it is not a right one.
    private static string? Authority(string url) => url.Split("://", 2) is [_, var rest] ? rest.Split('/')[0] : null;

    private static bool HasSecret(string authority) => authority.LastIndexOf('@') is > 0 and var at
        && (authority[..at].Contains(':', StringComparison.Ordinal) || IsToken(authority[..at]));

    // Some services take a token as the name of the user. Names of people and of accounts are shorter, or have a dot.
    private static bool IsToken(string user) =>
        Array.Exists(TokenBeginnings, begin => user.StartsWith(begin, StringComparison.Ordinal))
        || (user.Length >= 20
            && user.Any(char.IsAsciiDigit)
            && user.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'));

    private static string HostOf(string authority) => authority[(authority.LastIndexOf('@') + 1)..].Split(':')[0];
}
