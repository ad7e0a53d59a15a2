using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A file copied from the cookbook's <c>files/</c> folder, text or binary.</summary>
    /// <example>
    /// <code>
    /// CookbookFile("/usr/local/bin/backup", f =>
    /// {
    ///     f.Source = "backup.sh";
    ///     f.Mode = "0755";
    /// });
    /// </code>
    /// </example>
    public CookbookFileResource CookbookFile(
        string path,
        Action<CookbookFileResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new CookbookFileResource(path), configure, sourceFile, sourceLine);
}

/// <summary>A file copied from the cookbook.</summary>
public sealed class CookbookFileResource(string path) : ContentResource(path)
{
    /// <summary>The file below <c>files/</c>. Default: the last part of the path.</summary>
    public string Source { get; set; } = System.IO.Path.GetFileName(path);

    private protected override FileContent WantedContent() => Context.CookbookFile("files", Source);
}
