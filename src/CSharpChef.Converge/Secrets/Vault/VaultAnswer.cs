using System.Net;
using System.Text.Json;

namespace CSharpChef.Converge.Secrets.Vault;

/// <summary>The answer of a Vault. Only its list of errors is shown, never its data.</summary>
internal sealed record VaultAnswer(HttpStatusCode Status, JsonElement Body, Uri? Location)
{
    private const int LongestError = 300;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsSealed => Status == HttpStatusCode.ServiceUnavailable
        && Errors.Contains("sealed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another try may succeed.</summary>
    public bool IsTemporary => (Status == HttpStatusCode.TooManyRequests || (int)Status >= 500) && !IsSealed;

    public string Errors => Find("errors") is { ValueKind: JsonValueKind.Array } list
        && string.Join("; ", list.EnumerateArray()).ReplaceLineEndings(" ").Trim() is { Length: > 0 } all
            ? all[..Math.Min(all.Length, LongestError)]
            : "";

    /// <summary>The value at the path of some keys; null when there is none.</summary>
    public JsonElement? Find(params ReadOnlySpan<string> keys)
    {
        JsonElement? at = Body;
        foreach (var key in keys)
        {
            at = at is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty(key, out var value)
                ? value
                : null;
        }

        return at;
    }

    public string? Text(params ReadOnlySpan<string> keys) =>
        Find(keys) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
