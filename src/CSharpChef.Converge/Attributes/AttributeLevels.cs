using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Attributes;

/// <summary>
/// Merges the attributes of a node: those of its run's cookbooks first, then the levels of the caller over them.
/// </summary>
internal static class AttributeLevels
{
    public static NodeAttributes Of(
        IEnumerable<RunListItem> runList, CookbookStore cookbooks, IEnumerable<AttributeLevel> overrides) =>
        new(cookbooks.WithDependencies(runList.Select(item => item.Cookbook))
            .Select(cookbook => cookbook.Attributes)
            .OfType<AttributeLevel>()
            .Concat(overrides),
            path => IsListOfAny(cookbooks, path));

    /// <summary>Reads a JSON file that the command line names.</summary>
    public static async Task<AttributeLevel> FromFileAsync(string path, CancellationToken ct)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"the attributes {path} are a folder: name a file in it");
        }

        try
        {
            return new JsonSource(await File.ReadAllBytesAsync(path, ct), path).Level() with { NeedsLists = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read attributes from {path}: {e.Message}", e);
        }
    }

    /// <summary>A host may have attributes for cookbooks that this run does not use.</summary>
    private static bool IsListOfAny(CookbookStore cookbooks, string path) => cookbooks.Names
        .Select(name => cookbooks.Find(name)?.Attributes)
        .Any(level => level is not null && new NodeAttributes([level]).Find(path) is JsonArray);
}
