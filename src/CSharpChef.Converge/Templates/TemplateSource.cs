using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Templates;

/// <summary>Finds the templates of a cookbook, without the library that renders them.</summary>
internal static class TemplateSource
{
    public const string Folder = "templates";

    /// <param name="files">The cookbook.</param>
    /// <param name="source">A path below its <c>templates</c> folder, with or without <c>.liquid</c>.</param>
    public static FileContent? Find(CookbookFiles files, string source) =>
        IsThere(files, source) ? files.Content(Folder, source)
        : IsThere(files, $"{source}.liquid") ? files.Content(Folder, $"{source}.liquid")
        : null;

    /// <exception cref="RecipeException">There is no such template.</exception>
    public static FileContent Get(CookbookFiles files, string source) =>
        Find(files, source) ?? files.Content(Folder, source);

    private static bool IsThere(CookbookFiles files, string name) =>
        files.Inside(Folder, name) && files.Read($"{Folder}/{name}") is not null;
}
