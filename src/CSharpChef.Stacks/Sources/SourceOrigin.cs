using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>The server and the account for which a secret of a source was given.</summary>
internal static class SourceOrigin
{
    /// <summary>
    /// True when both URLs have the same scheme, host, port and user name. A filtered user part stands for the user
    /// part of the other URL.
    /// </summary>
    public static bool IsSame(string? one, string? other)
    {
        var (a, b) = (SourceUrl.Parse(one ?? ""), SourceUrl.Parse(other ?? ""));
        if (a is null || b is null)
        {
            return one == other;
        }

        return a.Scheme == b.Scheme
            && HostOf(a) == HostOf(b)
            && PortOf(a) == PortOf(b)
            && (a.User == Secret.Filtered || b.User == Secret.Filtered || UserNameOf(a) == UserNameOf(b));
    }

    private static string HostOf(SourceUrl url) => url.Host.ToLowerInvariant().TrimEnd('.');

    private static string? PortOf(SourceUrl url) => url.Port ?? url.Scheme switch
    {
        "https" => "443",
        "http" => "80",
        "ssh" => "22",
        "git" => "9418",
        "svn" => "3690",
        _ => null,
    };

    private static string? UserNameOf(SourceUrl url) => url.User?.Split(':')[0];
}
