using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The attributes of a node: those of the cookbooks of its run, then what the caller gives, lowest first.
/// </summary>
internal static class AttributeLevels
{
    public static NodeAttributes Of(
        IEnumerable<RunListItem> runList, CookbookStore cookbooks, IEnumerable<AttributeLevel> given) =>
        new(cookbooks.WithDependencies(runList.Select(item => item.Cookbook))
            .Select(cookbook => cookbook.Attributes)
            .OfType<AttributeLevel>()
            .Concat(given));

    /// <summary>A JSON file that the command line names.</summary>
    public static async Task<AttributeLevel> FromFileAsync(string path, CancellationToken ct)
    {
        try
        {
            return new AttributeLevel(path, new JsonSource(await File.ReadAllBytesAsync(path, ct), path).Object());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read attributes from {path}: {e.Message}", e);
        }
    }
}
