using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A file.</summary>
    /// <example>
    /// <code>
    /// File("/etc/motd", f =>
    /// {
    ///     f.Content = $"Welcome to {Node.Hostname}\n";
    ///     f.Mode = "0644";
    /// });
    /// </code>
    /// </example>
    public FileResource File(
        string path,
        Action<FileResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new FileResource(path), configure, sourceFile, sourceLine);
}

/// <summary>A file whose content is in the recipe.</summary>
public sealed class FileResource(string path) : ContentResource(path)
{
    /// <summary>
    /// The whole content. Default null: the content of an existing file stays as it is, and a new file is empty.
    /// </summary>
    public string? Content { get; set; }

    private protected override FileContent? WantedContent() => Content is null ? null : FileContent.FromText(Content);
}
