using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The paths of the values in a data bag item, such as <c>ssh.port</c>.</summary>
internal static class ItemPaths
{
    /// <summary>The paths of all values that are neither objects nor null.</summary>
    public static IEnumerable<string> Of(JsonObject item) => item.SelectMany(
        pair => pair.Value switch
        {
            JsonObject inner => Of(inner).Select(path => $"{pair.Key}.{path}"),
            null => [],
            _ => [pair.Key],
        });
}
