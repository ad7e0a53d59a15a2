using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Client.Texts;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>Formats values of the API, each on one line.</summary>
internal static class Cell
{
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when list.All(item => item is JsonValue) => string.Join(", ", list.Select(Of)),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Clean(scalar.GetValue<string>()),
        JsonValue scalar => scalar.ToJsonString(),
        _ => Clean(value.ToJsonString(ReadableJson.Options)),
    };

    /// <summary>A dot in a column leads to a member of a member, and to that member of each item of a list.</summary>
    public static string Of(JsonNode item, string column) =>
        string.Join(", ", column.Split('.').Aggregate<string, IEnumerable<JsonNode>>([item], Members).Select(Of));

    public static string Title(string column)
    {
        var words = column.Split('.');
        return MemberName.Kebab(words[^1] == "Name" ? words[0] : words[^1]).Replace('-', ' ').ToUpperInvariant();
    }

    private static IEnumerable<JsonNode> Members(IEnumerable<JsonNode> nodes, string name) => nodes
        .SelectMany(node => node is JsonArray list ? list : (IEnumerable<JsonNode?>)[node])
        .Select(node => (node as JsonObject)?[name])
        .OfType<JsonNode>();

    // Control characters from the server would steer the terminal, and others change the order of what it shows.
    private static string Clean(string text) => HiddenCharacters.Find(text, isMultiline: false) is null
        ? text
        : string.Concat(HiddenCharacters.Mark(text).Select(mark => mark.IsHidden ? " " : mark.Rune.ToString()));
}
