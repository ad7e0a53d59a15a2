using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Web.Api;

namespace CSharpChef.TestSupport.Web;

/// <summary>
/// A client that signs its calls with code of its own, and can be made to sign them wrongly.
/// </summary>
internal sealed class SigningClient(string url) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public string Operation { get; init; } = "DescribeStacks";

    public string Body { get; init; } = "{}";

    public string KeyId { get; init; } = TestCredentials.KeyId;

    public string Secret { get; init; } = TestCredentials.Secret;

    public DateTimeOffset Time { get; init; } = TimeProvider.System.GetUtcNow();

    public string? Invocation { get; init; }

    public async Task<ApiReply> CallAsync(CancellationToken ct, Action<HttpRequestMessage>? change = null)
    {
        using var request = Signed();
        change?.Invoke(request);
        using var response = await http.SendAsync(request, ct);
        return await ApiReply.ReadAsync(response, ct);
    }

    public static void Bearer(HttpRequestMessage request, string token = TestCredentials.Token) =>
        request.Headers.Authorization = new("Bearer", token);

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Signed()
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ApiAnswer.ContentType);
        request.Headers.Add("X-Amz-Target", $"OpsWorks_20130218.{Operation}");
        request.Headers.Add("X-Amz-Date", $"{Time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        if (Invocation is not null)
        {
            request.Headers.Add("amz-sdk-invocation-id", Invocation);
        }

        request.Headers.TryAddWithoutValidation("Authorization", Authorization(request.RequestUri!.Authority));
        return request;
    }

    private string Authorization(string host)
    {
        string[] names = ["content-type", "host", "x-amz-date", "x-amz-target"];
        string[] values =
        [
            ApiAnswer.ContentType,
            host,
            $"{Time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}",
            $"OpsWorks_20130218.{Operation}"
        ];
        var canonical =
            $"POST\n/\n\n{string.Concat(names.Zip(values, (name, value) => $"{name}:{value}\n"))}\n{string.Join(';', names)}\n{Hash(Body)}";
        var scope = $"{Time.UtcDateTime:yyyyMMdd}/eu-central-1/opsworks/aws4_request";
        var key = scope.Split('/').Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + Secret),
            (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var signature = HMACSHA256.HashData(
            key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{values[2]}\n{scope}\n{Hash(canonical)}"));
        return $"AWS4-HMAC-SHA256 Credential={KeyId}/{scope}, SignedHeaders={string.Join(';', names)}, Signature={Convert.ToHexStringLower(signature)}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
