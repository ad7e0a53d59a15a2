namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>Where the cookbooks of a Git repository are.</summary>
internal static class RepositoryLayout
{
    public const string Manifest = "cookbook.json";

    /// <summary>The folders of cookbooks, from the root of the repository.</summary>
    public static readonly string[] Folders = ["cookbooks", ""];

    /// <summary>
    /// The folder of a cookbook: the root when the manifest there has its name, else <c>cookbooks/NAME</c>, else
    /// <c>NAME</c>; null when there is none.
    /// </summary>
    /// <param name="name">The name of the cookbook.</param>
    /// <param name="rootName">
    /// Reads the name in the manifest of the root; null when it has none. A mistake there matters only when no folder
    /// has the cookbook.
    /// </param>
    /// <param name="isFolder">Whether the repository has a folder.</param>
    public static string? Find(string name, Func<string?> rootName, Func<string, bool> isFolder)
    {
        var place = Array.Find([$"cookbooks/{name}", name], place => isFolder(place));
        try
        {
            return rootName() == name ? "" : place;
        }
        catch (RecipeException) when (place is not null)
        {
            return place;
        }
    }

    /// <summary>Whether a folder on disk looks like a cookbook.</summary>
    public static bool IsCookbook(string folder) =>
        RunListItem.IsName(Path.GetFileName(folder))
        && (File.Exists(Path.Combine(folder, Manifest)) || Directory.Exists(Path.Combine(folder, "recipes")));
}
