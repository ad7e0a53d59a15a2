using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Records;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Client.Differences;

/// <summary>Compares and shows URLs of sources, whose user part and query may hold secrets.</summary>
internal static class SourceUrlDifference
{
    private static readonly string[] Paths =
    [
        $"{nameof(StackRecord.CustomCookbooksSource)}.{nameof(SourceRecord.Url)}",
        $"{nameof(AppRecord.AppSource)}.{nameof(SourceRecord.Url)}",
    ];

    /// <summary>True for a filtered URL, as an exported file has it, that the server would keep as it is.</summary>
    public static bool IsKept(string path, JsonNode? declared, JsonNode? actual) =>
        Paths.Contains(path)
            && Text(declared) is { } url
            && SourceUrl.Parse(url) is { HasFilteredPart: true }
            && Text(actual) is { } stored
            && (SourceUrl.FilteredText(stored) == url || SourceUrl.Merge(url, stored) == stored);

    /// <summary>
    /// True for a secret of a source whose URL gets another scheme, host or user name: the server then removes the
    /// secret that it has.
    /// </summary>
    /// <param name="secret">The path of the secret.</param>
    public static bool LosesSecret(string secret, JsonObject declared, JsonObject actual) => Paths
        .Select(path => path.Split('.')[0])
        .Where(source => secret.StartsWith($"{source}.", StringComparison.Ordinal))
        .Any(source => !SourceOrigin.IsSame(Url(declared[source]), Url(actual[source])));

    /// <summary>The value as it is shown: a URL of a source without user part and query.</summary>
    public static JsonNode? Shown(string path, JsonNode? value) =>
        Paths.Contains(path) && Text(value) is { } url ? SourceUrl.FilteredText(url) : value;

    private static string? Url(JsonNode? source) => Text((source as JsonObject)?[nameof(SourceRecord.Url)]);

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
