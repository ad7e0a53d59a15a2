using System.Text;

namespace CSharpChef.TestSupport.Web;

/// <summary>
/// A call with the id of a real access key, a right date and a wrong signature, whose last bytes are never sent.
/// </summary>
/// <param name="Host">The value of its host header.</param>
/// <param name="KeyId">The id of the access key.</param>
/// <param name="Bytes">The length of its body that the head states.</param>
internal sealed record SilentCall(string Host, string KeyId, int Bytes)
{
    private const int HeldBack = 6;

    public byte[] Head()
    {
        var now = $"{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        return Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {Host}\r\nContent-Type: application/x-amz-json-1.1\r\n"
            + $"X-Amz-Target: OpsWorks_20130218.DescribeStacks\r\nX-Amz-Date: {now}\r\nX-Forwarded-For: 203.0.113.9\r\n"
            + $"Authorization: AWS4-HMAC-SHA256 Credential={KeyId}/{now[..8]}/x/opsworks/aws4_request, "
            + $"SignedHeaders=host;x-amz-date;x-amz-target, Signature={new string('0', 64)}\r\n"
            + $"Content-Length: {Bytes}\r\n\r\n");
    }

    /// <summary>The part of the body that is sent.</summary>
    public byte[] Body() => new byte[Bytes - HeldBack];
}
