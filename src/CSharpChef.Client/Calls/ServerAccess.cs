using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Calls;

/// <summary>A server's address and the credentials for it: a token, or a key that signs.</summary>
internal sealed class ServerAccess(Uri url)
{
    public Uri Url { get; } = url;

    public string? Token { get; init; }

    public KeyPair? Key { get; init; }

    /// <summary>The PEM file of the only trusted authorities; null trusts those of the system.</summary>
    public string? CaFile { get; init; }

    /// <summary>True when others on the network path can read what is sent.</summary>
    public static bool IsUnencrypted(Uri url) => url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback;

    public static Uri Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.PathAndQuery == "/"
            && url.UserInfo.Length == 0
            ? url
            : throw new UsageException(
                $"{WithoutPassword(text)} is not the address of a server: write it as in https://chef.example.com:8443");

    // The message must not repeat a password.
    private static string WithoutPassword(string text) => text[(text.LastIndexOf('@') + 1)..];
}
