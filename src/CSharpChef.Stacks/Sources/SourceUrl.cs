using System.Text.RegularExpressions;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>
/// The parts of the URL of a source: <c>scheme://user@host:port/path?query</c>, <c>user@host:path</c>, or the path of a
/// folder of the server. The user part and the query may hold secrets.
/// </summary>
internal sealed partial record SourceUrl
{
    public const string File = "file";
    private const string Ssh = "ssh";

    /// <summary>In lower case; ssh for <c>user@host:path</c>, and file for a path.</summary>
    public required string Scheme { get; init; }

    /// <summary>The user name, which a password may follow after a colon.</summary>
    public string? User { get; init; }

    /// <summary>As it is written, an IPv6 address in brackets. Empty for a path.</summary>
    public required string Host { get; init; }

    public string? Port { get; init; }

    /// <summary>
    /// All after host and port, except the query; begins with / or, after <c>user@host</c>, with a colon.
    /// </summary>
    public required string Path { get; init; }

    public string? Query { get; init; }

    /// <summary>The scheme as it is written, with its separator; empty when there is none.</summary>
    private string Start { get; init; } = "";

    public bool HasSecretPart => User is not null || Query is not null;

    public bool HasFilteredPart => User == Secret.Filtered || Query == Secret.Filtered;

    /// <summary>The URL with the filtered text in the place of user part and query.</summary>
    public SourceUrl Filtered => this with
    {
        User = User is null ? null : Secret.Filtered,
        Query = Query is null ? null : Secret.Filtered,
    };

    // user@host:path without its user is not a URL.
    private SourceUrl WithScheme => this with
    {
        Start = $"{Ssh}://",
        Path = $"/{Path.TrimStart(':').TrimStart('/').Replace("%", "%25").Replace("?", "%3F").Replace("#", "%23")}",
    };

    /// <summary>Returns null when the text has none of the three forms.</summary>
    public static SourceUrl? Parse(string text)
    {
        if (text.StartsWith('/'))
        {
            return new() { Scheme = File, Host = "", Path = text };
        }

        if (UrlForm().Match(text) is { Success: true } url)
        {
            return OfScheme(url.Groups["scheme"].Value, url.Groups["authority"].Value, url.Groups["tail"].Value);
        }

        return AccountForm().Match(text) is { Success: true } account
            ? new()
            {
                Scheme = Ssh,
                User = account.Groups["user"].Value,
                Host = account.Groups["host"].Value,
                Path = account.Groups["path"].Value,
            }
            : null;
    }

    /// <summary>The text with user part and query filtered; the text itself when it is not a URL.</summary>
    public static string FilteredText(string text) => Parse(text)?.Filtered.ToString() ?? text;

    /// <summary>
    /// Returns the URL that is stored when one is sent: its filtered parts are those of the current URL when both have
    /// the same scheme, host and user name, else they are left out.
    /// </summary>
    /// <param name="sent">The URL in the request; null to keep the current one, and empty to remove it.</param>
    /// <param name="current">The present URL as it was sent.</param>
    public static string? Merge(string? sent, string? current)
    {
        var url = Patch.Merge(sent, current);
        if (url is null || Parse(url) is not { HasFilteredPart: true } filtered)
        {
            return url;
        }

        var kept = current is not null && SourceOrigin.IsSame(url, current) ? Parse(current) : null;
        var whole = filtered with
        {
            User = filtered.User == Secret.Filtered ? kept?.User : filtered.User,
            Query = filtered.Query == Secret.Filtered ? kept?.Query : filtered.Query,
        };
        return (whole is { Start: "", User: null, Scheme: Ssh } ? whole.WithScheme : whole).ToString();
    }

    public override string ToString() => string.Concat(
        Start, User is null ? "" : $"{User}@", Host, Port is null ? "" : $":{Port}", Path, Query is null ? "" : $"?{Query}");

    private static SourceUrl OfScheme(string scheme, string authority, string tail)
    {
        // As URL parsers do: the last @ ends the user part, the first ? begins the query.
        var at = authority.LastIndexOf('@');
        var server = ServerForm().Match(authority[(at + 1)..]);
        var isFile = scheme.Equals(File, StringComparison.OrdinalIgnoreCase);
        var query = isFile ? -1 : tail.IndexOf('?', StringComparison.Ordinal);
        return new()
        {
            Start = $"{scheme}://",
            Scheme = scheme.ToLowerInvariant(),
            User = at < 0 ? null : authority[..at],
            Host = server.Groups["host"].Value,
            Port = server.Groups["port"] is { Success: true, Value: var port } ? port : null,
            Path = query < 0 ? tail : tail[..query],
            Query = query < 0 ? null : tail[(query + 1)..],
        };
    }

    [GeneratedRegex("^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#]*)(?<tail>.*)$", RegexOptions.Singleline)]
    private static partial Regex UrlForm();

    [GeneratedRegex(@"^(?<host>\[[^\]]*\]|.*?)(:(?<port>[^:]*))?$", RegexOptions.Singleline)]
    private static partial Regex ServerForm();

    [GeneratedRegex(@"^(?<user>[^@:/\s]+)@(?<host>\[[^\]]*\]|[^@:/\s]+)(?<path>:.+)$", RegexOptions.Singleline)]
    private static partial Regex AccountForm();
}
