using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Client.Calls;

/// <summary>AWS Signature Version 4, on the client's side.</summary>
internal static class RequestSigner
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Region = "local";

    public static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, KeyPair key, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", time);
        var (names, lines) = Signed(request);
        var canonical = $"POST\n/\n\n{lines}\n{names}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        var scope = $"{time[..8]}/{Region}/opsworks/aws4_request";
        var text =
            $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Convert.ToHexStringLower(Mac(Derive(key.Secret, scope), text));
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"{Algorithm} Credential={key.Id}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    // Signed headers are sorted by name.
    private static (string Names, string Lines) Signed(HttpRequestMessage request)
    {
        string[] names = ["content-type", "host", "x-amz-date", "x-amz-target"];
        string[] values =
        [
            request.Content!.Headers.ContentType!.ToString(), request.RequestUri!.Authority,
            request.Headers.GetValues("X-Amz-Date").Single(), request.Headers.GetValues("X-Amz-Target").Single(),
        ];
        return (string.Join(';', names), string.Concat(names.Zip(values, (name, value) => $"{name}:{value}\n")));
    }

    private static byte[] Derive(string secret, string scope) =>
        scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Mac);

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
