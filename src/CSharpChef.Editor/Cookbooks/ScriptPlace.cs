using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Editor.Cookbooks;

/// <summary>Where a script is: its cookbook, and its path in it.</summary>
/// <param name="Folder">The folder of the cookbook.</param>
/// <param name="File">The path below that folder, such as <c>recipes/default.csx</c>.</param>
internal sealed record ScriptPlace(string Folder, string File)
{
    public string Cookbook => Path.GetFileName(Folder);

    public string LogicalPath => $"{Cookbook}/{File}";

    public bool IsRecipe => File.StartsWith("recipes/", StringComparison.Ordinal);

    /// <summary>The name of a recipe; the first recipe of its cookbook for another script.</summary>
    public RunListItem ItemIn(Cookbook cookbook) => new(
        Cookbook, IsRecipe ? Path.GetFileNameWithoutExtension(File) : cookbook.Recipes.FirstOrDefault("default"));

    /// <summary>The place of a script; null when it is not in a cookbook.</summary>
    public static ScriptPlace? Find(string path)
    {
        ScriptPlace? outermost = null;
        if (!Path.IsPathRooted(path) || !ScriptFile.Is(path))
        {
            return null;
        }

        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var place = new ScriptPlace(folder, Path.GetRelativePath(folder, path).Replace('\\', '/'));
            if (!IsScript(place))
            {
                continue;
            }

            if (System.IO.File.Exists(Path.Combine(folder, "cookbook.json")))
            {
                return place;
            }

            outermost = System.IO.Directory.Exists(Path.Combine(folder, "recipes")) ? place : outermost;
        }

        return outermost;
    }

    private static bool IsScript(ScriptPlace place) =>
        RunListItem.IsName(place.Cookbook) && place.File.Split('/') is var parts
        && (parts is ["recipes" or "resources", _] or ["lib", _, ..]);
}
