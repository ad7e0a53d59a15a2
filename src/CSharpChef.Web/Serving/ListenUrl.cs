using System.Net;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Web.Serving;

/// <summary>A URL to listen on: an address and port, with or without TLS.</summary>
internal sealed record ListenUrl(string Text, IPEndPoint EndPoint, bool Tls)
{
    public bool IsLoopback => IPAddress.IsLoopback(EndPoint.Address);

    /// <summary>
    /// The URL for clients of this machine; null with TLS, whose certificate names another host, and with a port not
    /// known yet.
    /// </summary>
    public string? LocalUrl => !Tls && IsLoopback && EndPoint.Port > 0 ? Text : null;

    public static ListenUrl Parse(string text)
    {
        // * and + are not hosts of a URL, but the usual way to write all addresses.
        var parseable = text.Replace("//*", "//[::]", StringComparison.Ordinal)
            .Replace("//+", "//[::]", StringComparison.Ordinal);
        return Uri.TryCreate(parseable, UriKind.Absolute, out var uri)
            && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" }
            ? new ListenUrl(text, new IPEndPoint(Address(text, uri), uri.Port), uri.Scheme == "https")
            : throw new UsageException(
                $"Cannot listen on '{text}': write a URL like http://127.0.0.1:8080, https://*:8443 or https://10.0.0.5:8443.");
    }

    /// <exception cref="UsageException">A URL is not one to listen on, or the options do not suit it.</exception>
    public static IReadOnlyList<ListenUrl> Of(HttpOptions options)
    {
        List<ListenUrl> urls = [.. options.Urls.Select(Parse)];
        urls.ForEach(url => url.Validate(options));
        var option = options.Certificate is null ? "--certificate-key" : "--certificate";
        return (options.Certificate ?? options.CertificateKey) is null || urls.Exists(url => url.Tls)
            ? urls
            : throw new UsageException(
                $"{option} has no effect, because no URL of --urls begins with https://. Name one, such as https://*:8443, or leave {option} out.");
    }

    public void Validate(HttpOptions options)
    {
        if (Tls && options.Certificate is null)
        {
            throw new UsageException(
                $"Cannot listen on {Text} without a certificate. Name its file with --certificate and that of its key with --certificate-key, or listen on http://127.0.0.1 behind a proxy.");
        }

        if (!Tls && !IsLoopback && !options.AllowPlainHttpBeyondLoopback)
        {
            throw new UsageException(
                $"Cannot listen on {Text}: without TLS, calls from other machines can be read in transit. "
                + "Use a certificate and an https URL, listen on 127.0.0.1 behind a proxy that has one, or allow plain HTTP with --allow-plain-http.");
        }
    }

    private static IPAddress Address(string text, Uri uri) => uri.Host == "localhost"
        ? IPAddress.Loopback
        : IPAddress.TryParse(uri.IdnHost, out var address)
            ? address
            : throw new UsageException(
                $"Cannot listen on '{text}': {uri.Host} is a host name. Use an address of this machine, * for all of them, or localhost.");
}
