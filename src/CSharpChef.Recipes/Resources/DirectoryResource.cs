using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A directory.</summary>
    /// <example>
    /// <code>
    /// Directory("/srv/www/shared", d =>
    /// {
    ///     d.Owner = "www-data";
    ///     d.Recursive = true;
    /// });
    /// </code>
    /// </example>
    public DirectoryResource Directory(
        string path,
        Action<DirectoryResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new DirectoryResource(path), configure, sourceFile, sourceLine);
}

/// <summary>A directory.</summary>
public sealed class DirectoryResource(string path) : Resource(path)
{
    /// <summary>The absolute path.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Permission bits, like <c>"0750"</c>. Default: an existing directory keeps its own, a new one gets 0755.
    /// </summary>
    public string? Mode { get; set; }

    /// <summary>User name or number. Default: left alone.</summary>
    public string? Owner { get; set; }

    /// <summary>Group name or number. Default: left alone.</summary>
    public string? Group { get; set; }

    /// <summary>
    /// Makes missing parents (mode and owner are of the last directory only), and lets Delete remove the content.
    /// Default false.
    /// </summary>
    public bool Recursive { get; set; }

    /// <summary>Makes the directory and keeps its permissions so. The default.</summary>
    public ResourceAction Create => Act(_ => [new DirectoryStep(Path)
    {
        Mode = Mode is null ? null : Permissions.Parse(Mode),
        Owner = Owner,
        Group = Group,
        Recursive = Recursive,
    }]);

    /// <summary>Removes the directory: an empty one, or with <see cref="Recursive"/> whatever is in it.</summary>
    public ResourceAction Delete => Act(_ => [new AbsentStep(Path, PathKind.Directory, Recursive)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
}
