using System.Buffers;

namespace CSharpChef.Web.Signing;

/// <summary>The parts of <c>Authorization: AWS4-HMAC-SHA256 ...</c>.</summary>
internal sealed record SignatureHeader(CredentialScope Scope, string SignedHeaders, byte[] Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const int MostHeaders = 64;

    public IReadOnlyList<string> Names { get; } = SignedHeaders.Split(';');

    public static SignatureHeader Parse(string header)
    {
        var parts = Parts(header[Algorithm.Length..]);
        var signed = Part(parts, "SignedHeaders");
        if (signed.Count(';') >= MostHeaders)
        {
            throw RequestError.IncompleteSignature($"SignedHeaders names more than {MostHeaders} headers.");
        }

        return new SignatureHeader(
            CredentialScope.Parse(Part(parts, "Credential")), signed, Bytes(Part(parts, "Signature")));
    }

    public static bool Matches(string header) => header.StartsWith(Algorithm + " ", StringComparison.Ordinal);

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw RequestError.IncompleteSignature(
                    "The Authorization header is not a list of Credential=..., SignedHeaders=..., Signature=... with each of them once.");
            }
        }

        return parts;
    }

    private static string Part(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
        ? value
        : throw RequestError.IncompleteSignature($"Authorization header requires '{name}' parameter.");

    private static byte[] Bytes(string hex)
    {
        var bytes = new byte[32];
        return hex.Length == 64 && Convert.FromHexString(hex, bytes, out _, out _) == OperationStatus.Done
            ? bytes
            : throw RequestError.IncompleteSignature("Signature must be 64 hexadecimal digits.");
    }
}
