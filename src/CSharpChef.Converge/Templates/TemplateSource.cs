using CSharpChef.Converge.Cookbooks;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Templates;

/// <summary>Finds the templates of a cookbook, without the library that renders them.</summary>
internal static class TemplateSource
{
    public const string Folder = "templates";

    /// <param name="files">The cookbook.</param>
    /// <param name="source">A path below its <c>templates</c> folder, with or without <c>.liquid</c>.</param>
    public static FileContent? Find(CookbookFiles files, string source) =>
        Exists(files, source) ? files.Content(Folder, source)
        : Exists(files, $"{source}.liquid") ? files.Content(Folder, $"{source}.liquid")
        : null;

    /// <exception cref="RecipeException">The template does not exist.</exception>
    public static FileContent Get(CookbookFiles files, string source) =>
        Find(files, source) ?? files.Content(Folder, source);

    /// <summary>The file of a template, below the folder of its cookbook.</summary>
    public static string FileOf(CookbookFiles files, string source) =>
        Exists(files, source) ? $"{Folder}/{source}" : $"{Folder}/{source}.liquid";

    private static bool Exists(CookbookFiles files, string name) =>
        files.IsInside(Folder, name) && files.Read($"{Folder}/{name}") is not null;
}
