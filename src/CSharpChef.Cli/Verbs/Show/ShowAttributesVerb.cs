using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Output;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary><c>csharpchef show attributes</c></summary>
internal static class ShowAttributesVerb
{
    public static Command Create() => ShowAction.Create("attributes", """
        Print every attribute of a machine.
        Prints its value and the level that set it.

        Examples:
          csharpchef show attributes web1 -r nginx
          csharpchef show attributes web1 -r nginx --attributes prod.json --json
        """, (shown, json) =>
        {
            var rows = shown.Node.Attributes.Origins.OrderBy(row => row.Key, StringComparer.Ordinal).ToList();
            if (json)
            {
                var values = rows.Select(
                    row => KeyValuePair.Create<string, JsonNode?>(row.Key, Json(shown, row.Key, row.Value)));
                Console.Out.WriteLine(new JsonObject(values).ToJsonString());
                return;
            }

            foreach (var (path, level) in rows)
            {
                Console.Out.WriteLine(
                    $"{path} = {shown.Resources.Secrets.Masked(Value(shown, path))}  {Color.Grey($"({level})")}");
            }
        });

    private static string Value(Shown shown, string path) => shown.Node.Attributes.Find(path)?.ToJsonString() ?? "null";

    private static JsonObject Json(Shown shown, string path, string level) => new()
    {
        ["value"] = JsonNode.Parse(shown.Resources.Secrets.Masked(Value(shown, path))),
        ["level"] = level,
    };
}
