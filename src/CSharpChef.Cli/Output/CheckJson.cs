using System.Text.Json.Nodes;

namespace CSharpChef.Cli.Output;

/// <summary>The result of check as JSON.</summary>
internal static class CheckJson
{
    public static string Of(
        bool hasErrors, int recipes, int failed, IReadOnlyList<string> findings, IReadOnlyList<string> rewritten) =>
        new JsonObject
        {
            ["status"] = hasErrors ? "failed" : "ok",
            ["recipes"] = recipes,
            ["failed"] = failed,
            ["rewritten"] = Array(rewritten),
            ["findings"] = Array(findings.SelectMany(text => text.Split('\n'))),
        }.ToJsonString();

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
