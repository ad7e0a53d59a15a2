using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A file rendered from a Liquid template in the cookbook's <c>templates/</c> folder.</summary>
    /// <example>
    /// <code>
    /// Template("/etc/app.conf", t =>
    /// {
    ///     t.Source = "app.conf";
    ///     t.Variables = new { Port = 8080 };
    /// });
    /// </code>
    /// </example>
    public TemplateResource Template(
        string path,
        Action<TemplateResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new TemplateResource(path), configure, sourceFile, sourceLine);
}

/// <summary>A file whose content is rendered from a template.</summary>
public sealed class TemplateResource(string path) : ContentResource(path)
{
    /// <summary>
    /// The template below <c>templates/</c>, with or without <c>.liquid</c>. Default: the last part of the path.
    /// </summary>
    public string Source { get; set; } = System.IO.Path.GetFileName(path);

    /// <summary>
    /// The variables of the template, as an object: <c>new { Port = 80 }</c> makes <c>{{ port }}</c>. The variable
    /// <c>node</c> always exists.
    /// </summary>
    public object? Variables { get; set; }

    private protected override FileContent WantedContent() => Context.RenderTemplate(Source, Variables, Sensitive);
}
