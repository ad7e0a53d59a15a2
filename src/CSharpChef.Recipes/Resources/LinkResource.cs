using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A symbolic link, or a hard link.</summary>
    /// <example><code>Link("/srv/www/current", l => l.To = "/srv/www/releases/42");</code></example>
    public LinkResource Link(
        string path,
        Action<LinkResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new LinkResource(path), configure, sourceFile, sourceLine);
}

/// <summary>A link at a path.</summary>
public sealed class LinkResource(string path) : Resource(path)
{
    /// <summary>The absolute path of the link itself.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The target of the link. The target of a symbolic link is compared as text and need not exist; the target of a
    /// hard link is a file. Required.
    /// </summary>
    public string To { get; set; } = "";

    /// <summary>Makes a hard link instead of a symbolic one. Default false.</summary>
    public bool Hard { get; set; }

    /// <summary>
    /// Creates the link, and replaces another link or file at the path. A directory at the path is an error. The
    /// default action.
    /// </summary>
    public ResourceAction Create => Act(_ => [To.Length > 0
        ? new LinkStep(Path, To, Hard)
        : throw new RecipeException("set To: the target of the link")]);

    /// <summary>Removes the link. Anything else at the path is an error.</summary>
    public ResourceAction Delete => Act(_ => [new AbsentStep(Path, Hard ? PathKind.File : PathKind.Link)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
}
