using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks.Archives;

/// <summary>The URL of an object of S3 or of a compatible store, and its signature (AWS Signature Version 4).</summary>
internal static partial class S3Object
{
    private const string DefaultRegion = "us-east-1";
    private const string Service = "s3";
    private const string SignedHeaders = "host;x-amz-content-sha256;x-amz-date";
    private static readonly string Empty = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>The URL over HTTP: <c>s3://bucket/key</c> is an object of Amazon.</summary>
    public static Uri Url(SourceUrl url) => url.Scheme == Service
        ? new($"https://{Service}.amazonaws.com/{url.Host}{url.Path}")
        : new((url with { User = null }).ToString());

    /// <summary>The region in a host of Amazon; us-east-1 for all others.</summary>
    public static string RegionOf(string host) =>
        Host().Match(host) is { Success: true } match ? match.Groups["region"].Value : DefaultRegion;

    /// <summary>Signs a GET with the access key of a source; does nothing when it has none.</summary>
    public static void Sign(HttpRequestMessage request, Source source, DateTimeOffset now)
    {
        if (source.Username is not { Length: > 0 } id || source.Password?.Clear is not { Length: > 0 } secret)
        {
            return;
        }

        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{RegionOf(request.RequestUri!.Host)}/{Service}/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Digest(Canonical(request.RequestUri, time))}";
        var signature = Convert.ToHexStringLower(Hmac(KeyOf(secret, scope), text));
        request.Headers.Add("x-amz-content-sha256", Empty);
        request.Headers.Add("x-amz-date", time);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={id}/{scope}, SignedHeaders={SignedHeaders}, Signature={signature}");
    }

    private static string Canonical(Uri url, string time) => string.Join(
        '\n',
        "GET",
        string.Join('/', url.AbsolutePath.Split('/').Select(each => Escape(Uri.UnescapeDataString(each)))),
        Query(url),
        $"host:{url.Authority}",
        $"x-amz-content-sha256:{Empty}",
        $"x-amz-date:{time}",
        "",
        SignedHeaders,
        Empty);

    private static string Query(Uri url) => string.Join('&', url.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => $"{Escaped(pair[0])}={(pair.Length > 1 ? Escaped(pair[1]) : "")}")
        .Order(StringComparer.Ordinal));

    private static string Escaped(string text) => Escape(Uri.UnescapeDataString(text));

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static byte[] KeyOf(string secret, string scope) => scope.Split('/')
        .Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Hmac);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(@"(^|\.)s3[.-](dualstack\.)?(?<region>[a-z]{2}(-[a-z]+)+-[0-9])\.amazonaws\.com(\.cn)?$")]
    private static partial Regex Host();
}
