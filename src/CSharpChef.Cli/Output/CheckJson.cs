using System.Text.Json.Nodes;

namespace CSharpChef.Cli.Output;

/// <summary>The result of check as JSON.</summary>
internal static class CheckJson
{
    public static string Of(bool hasErrors, int recipes, int failed, IReadOnlyList<string> findings) => new JsonObject
    {
        ["status"] = hasErrors ? "failed" : "ok",
        ["recipes"] = recipes,
        ["failed"] = failed,
        ["findings"] =
            new JsonArray([.. findings.SelectMany(text => text.Split('\n')).Select(line => JsonValue.Create(line))]),
    }.ToJsonString();
}
