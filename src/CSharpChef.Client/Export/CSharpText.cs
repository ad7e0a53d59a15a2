using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Texts;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Export;

/// <summary>Values as C# literals.</summary>
internal static class CSharpText
{
    private static readonly JsonSerializerOptions Lines = new(ReadableJson.Options)
    {
        WriteIndented = true,
        IndentSize = 4,
        NewLine = "\n"
    };

    // All escapes of JSON are escapes of C# too.
    public static string Of(string text) =>
        HiddenCharacters.Escape(JsonSerializer.Serialize(text, ReadableJson.Options));

    public static string Of(JsonNode value) => value switch
    {
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Of(scalar.GetValue<string>()),
        JsonValue scalar => scalar.ToJsonString(),
        _ => $"Json({RawLiteral(HiddenCharacters.Escape(value.ToJsonString(Lines)))})",
    };

    /// <summary>A raw literal of several lines, in a statement that is indented by four.</summary>
    public static string RawLiteral(string text) =>
        $"\"\"\"\n{string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : $"    {line}\n"))}    \"\"\"";

    public static string Text(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !text.Contains("\"\"\"", StringComparison.Ordinal)
        && text.All(c => c == '\n' || !char.IsControl(c))
        && HiddenCharacters.Find(text, isMultiline: true) is null
        ? RawLiteral(text)
        : Of(text);

    public static string List(JsonNode? list) => string.Join(", ", ((JsonArray)list!).Select(item => Of(item!)));

    /// <summary>The name of an environment variable.</summary>
    private static string Variable(params string[] words) =>
        string.Concat(string.Join('_', words.Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName))
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public static string Secret(params string[] words) => $"Secret({Of(Variable(words))})";
}
