using System.Text.Encodings.Web;
using System.Text.Json;

namespace CSharpChef.Client.Texts;

/// <summary>JSON with letters as people write them instead of escapes.</summary>
internal static class ReadableJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };
}
