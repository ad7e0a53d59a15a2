using System.Net;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Web.Serving;

/// <summary>Where to listen, and whether with TLS.</summary>
internal sealed record ListenUrl(string Text, IPEndPoint End, bool Tls)
{
    public bool IsLoopback => IPAddress.IsLoopback(End.Address);

    /// <summary>
    /// The URL by which clients of this machine find it; null when it has a name of its own, or a port yet unknown.
    /// </summary>
    public string? OnThisMachine => !Tls && IsLoopback && End.Port > 0 ? Text : null;

    public static ListenUrl Parse(string text)
    {
        // No host of a URL, but what everyone writes for all addresses.
        var any = text.Replace("//*", "//[::]", StringComparison.Ordinal)
            .Replace("//+", "//[::]", StringComparison.Ordinal);
        return Uri.TryCreate(any, UriKind.Absolute, out var uri)
            && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" }
            ? new ListenUrl(text, new IPEndPoint(Address(text, uri), uri.Port), uri.Scheme == "https")
            : throw new UsageException(
                $"Cannot listen on '{text}': give a URL like http://127.0.0.1:8080, https://*:8443 or https://10.0.0.5:8443.");
    }

    public void Check(ServerOptions options)
    {
        if (Tls && options.Certificate is null)
        {
            throw new UsageException(
                $"Cannot listen on {Text}: no certificate is given. Name its file and its key's, or listen on http://127.0.0.1 behind a proxy.");
        }

        if (!Tls && !IsLoopback && !options.AllowPlainHttpBeyondLoopback)
        {
            throw new UsageException(
                $"Will not listen on {Text}: beyond this machine anyone on the way could read what is asked and answered. "
                + "Give a certificate and an https URL, listen on 127.0.0.1 behind a proxy that has one, or say that plain HTTP is meant.");
        }
    }

    private static IPAddress Address(string text, Uri uri) => uri.Host == "localhost"
        ? IPAddress.Loopback
        : IPAddress.TryParse(uri.IdnHost, out var address)
            ? address
            : throw new UsageException(
                $"Cannot listen on '{text}': {uri.Host} is a name. Give an address of this machine, * for all of them, or localhost.");
}
