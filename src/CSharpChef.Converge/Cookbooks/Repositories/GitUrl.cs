using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>Checks and shows the URLs of Git repositories.</summary>
internal static partial class GitUrl
{
    private static readonly string[] Schemes = ["https", "http", "ssh", "file", "git+ssh"];

    private static readonly string[] TokenBeginnings = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-"];

    /// <summary>What is wrong with a URL, as the end of a sentence; null for one that can be fetched.</summary>
    public static string? Mistake(string url)
    {
        var scheme = Scheme().Match(url) is { Success: true } match ? match.Groups[1].Value : null;
        return url.Any(char.IsControl) ? "has a control character in it"
            : scheme is not null && !Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase)
                ? $"has the scheme {scheme}, which git is not used with: write https://, ssh://, file://, user@host:path or a path"
            : Shown(url) != url ? $"has a password or token in it: remove it, and {OtherWay(url)}"
            : null;
    }

    /// <summary>The URL without the password or token that may be in it.</summary>
    public static string Shown(string url) => WithoutQuery(WithoutLogin(url));

    private static string WithoutLogin(string url) =>
        Array.Find([Login().Match(url), LoginWithSlash().Match(url), LoginOfPath().Match(url)], IsSecret) is { } match
            ? match.Groups["scheme"].Value + url[match.Length..]
            : url;

    private static string WithoutQuery(string url) =>
        SecretInQuery().IsMatch(url) ? url[..url.IndexOf('?', StringComparison.Ordinal)] : url;

    private static string OtherWay(string url) => IsHttp().IsMatch(url)
        ? $"give a token in {GitCredentials.TokenVariable(Host().Match(Shown(url)).Groups[1].Value)} or by git's own credential helper"
        : "let ssh use a key";

    private static bool IsSecret(Match match) => match.Groups["login"] is { Success: true, Value: var login }
        && (login.Contains(':', StringComparison.Ordinal) || IsToken(match.Groups["scheme"].Value, login));

    // Some services take a token as the name of the user. Names of people and of accounts are shorter, or have a dot;
    // those of ssh may be long, such as the id of a key.
    private static bool IsToken(string scheme, string user) =>
        Array.Exists(TokenBeginnings, begin => user.StartsWith(begin, StringComparison.Ordinal))
        || (IsHttp().IsMatch(scheme)
            && user.Length >= 20
            && user.Any(char.IsAsciiDigit)
            && user.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'));

    [GeneratedRegex("^([^:/]*)://")]
    private static partial Regex Scheme();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase)]
    private static partial Regex IsHttp();

    [GeneratedRegex("^[^:/]*://(?:[^/]*@)?([^/:@]*)")]
    private static partial Regex Host();

    [GeneratedRegex("^(?<scheme>[^:/]*://)(?<login>[^/]+)@")]
    private static partial Regex Login();

    // What follows the colon is not a port: user:pass/word@host.
    [GeneratedRegex("^(?<scheme>[^:/]*://)(?<login>[^/@:\\[]*:[^/@]*[^/@0-9][^/@]*/.*)@")]
    private static partial Regex LoginWithSlash();

    // user:password@host:path, and token@host:path.
    [GeneratedRegex("^(?<scheme>)(?<login>[^/]+)@[^/:@]+:(?!//)")]
    private static partial Regex LoginOfPath();

    [GeneratedRegex(@"^https?://[^?]*\?(.*&)?[^&=]*(token|passw|secret|key|sig|auth|credential)[^&=]*=", RegexOptions.IgnoreCase)]
    private static partial Regex SecretInQuery();
}
