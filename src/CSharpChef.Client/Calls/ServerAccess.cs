using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Calls;

/// <summary>Which server, and how it knows us: by a token, or by a key that signs.</summary>
internal sealed class ServerAccess(Uri url)
{
    public Uri Url { get; } = url;

    public string? Token { get; init; }

    public KeyPair? Key { get; init; }

    /// <summary>The PEM file of the only authorities that are believed; the system's when none.</summary>
    public string? CaFile { get; init; }

    /// <summary>What is sent can be read on its way.</summary>
    public static bool IsOpen(Uri url) => url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback;

    public static Uri Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.PathAndQuery == "/"
            && url.UserInfo.Length == 0
            ? url
            : throw new UsageException(
                $"{Shown(text)} is no address of a server: write it like https://chef.example.com:8443");

    // A password in it is not repeated.
    private static string Shown(string text) => text[(text.LastIndexOf('@') + 1)..];
}
