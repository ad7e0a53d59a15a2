using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

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
    /// Permission bits, like <c>"0750"</c>. Default: an existing directory keeps its own, a new directory gets
    /// 0755, and the setgid bit where its folder has one.
    /// </summary>
    public string? Mode { get; set; }

    /// <summary>User name or number. Default: not changed.</summary>
    public string? Owner { get; set; }

    /// <summary>Group name or number. Default: not changed.</summary>
    public string? Group { get; set; }

    /// <summary>
    /// Creates missing parent directories (mode, owner and group apply to the last directory only), and lets Delete
    /// remove the content. Default false.
    /// </summary>
    public bool Recursive { get; set; }

    /// <summary>Creates the directory, or brings an existing one to these permissions. The default action.</summary>
    public ResourceAction Create => Act(_ => [new DirectoryStep(Path)
    {
        Mode = Mode is null ? null : Permissions.Parse(Mode),
        Owner = Owner,
        Group = Group,
        Recursive = Recursive,
    }]);

    /// <summary>Removes the directory. It must be empty unless <see cref="Recursive"/> is true.</summary>
    public ResourceAction Delete => Act(_ => [new AbsentStep(Path, PathKind.Directory, Recursive)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
}
