using System.Text.Encodings.Web;
using System.Text.Json;

namespace CSharpChef.Client.Texts;

/// <summary>JSON with its letters as people write them, and not as escapes.</summary>
internal static class ReadableJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };
}
