using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>
/// Adds to a JSON file of settings, which may have comments. A file with comments is not written, since they would be
/// lost.
/// </summary>
internal static class SettingsJson
{
    // The last of two members with one name counts, and the first would be lost.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonDocumentOptions WithComments =
        Strict with { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonDocumentOptions WithDuplicates = WithComments with { AllowDuplicateProperties = true };

    /// <summary>The text with what <paramref name="add"/> adds; the same text when nothing is missing.</summary>
    public static MergedText Merge(string? old, Action<JsonObject> add)
    {
        if (string.IsNullOrWhiteSpace(old))
        {
            return new MergedText(Made(add));
        }

        if (Parse(old, WithComments) is not { } settings)
        {
            return MergedText.ToAdd(Made(add), WhyNot(old));
        }

        var before = settings.DeepClone();
        try
        {
            add(settings);
        }
        catch (InvalidOperationException e)
        {
            return MergedText.ToAdd(Made(add), e.Message);
        }

        return JsonNode.DeepEquals(before, settings) ? new MergedText(old)
            : Parse(old, Strict) is null
            ? MergedText.ToAdd(Made(add), "it has comments or trailing commas, which would be lost")
            : new MergedText(settings.ToJsonString(JsonLayout.Of(old)) + (old.EndsWith('\n') ? "\n" : ""));
    }

    public static bool IsText(JsonNode? node, string text) =>
        node is JsonValue value && value.TryGetValue(out string? found) && found == text;

    extension(JsonObject settings)
    {
        /// <summary>The object of that name, which is added when it is missing.</summary>
        public JsonObject Section(string name) => Member(settings, name, () => new JsonObject(), "an object");

        /// <summary>The list of that name, which is added when it is missing.</summary>
        public JsonArray List(string name) => Member(settings, name, () => new JsonArray(), "a list");
    }

    extension(JsonArray list)
    {
        public void AddMissing(IEnumerable<string> texts)
        {
            foreach (var text in texts.Where(text => !list.Any(item => IsText(item, text))))
            {
                list.Add(text);
            }
        }
    }

    private static T Member<T>(JsonObject settings, string name, Func<T> make, string kind)
        where T : JsonNode
    {
        if (!settings.ContainsKey(name))
        {
            settings[name] = make();
        }

        return settings[name] as T ?? throw new InvalidOperationException($"\"{name}\" in it is not {kind}");
    }

    private static string WhyNot(string text) => Parse(text, WithDuplicates) is null
        ? "it is not a JSON object"
        : "it has a member twice, of which one would be lost";

    private static JsonObject? Parse(string text, JsonDocumentOptions options)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: options) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Made(Action<JsonObject> add)
    {
        var settings = new JsonObject();
        add(settings);
        return settings.ToJsonString(JsonLayout.Default) + "\n";
    }
}
