using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

/// <summary>
/// The common properties and actions of File, CookbookFile and Template: a file at a path with known content.
/// </summary>
public abstract class ContentResource(string path) : Resource(path)
{
    /// <summary>The absolute path.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Permission bits, like <c>"0640"</c> or <c>"u=rw,g=r"</c>. Default: an existing file keeps its own, a new file
    /// gets 0644.
    /// </summary>
    public string? Mode { get; set; }

    /// <summary>User name or number. Default: not changed.</summary>
    public string? Owner { get; set; }

    /// <summary>Group name or number. Default: not changed.</summary>
    public string? Group { get; set; }

    /// <summary>
    /// A command that must exit with 0 before the new file replaces the old one. <c>{path}</c> stands for the path of
    /// the new file, in quotes or without: it ends with the name of the file, in a folder beside it, and has no
    /// characters that a shell or a quote would read otherwise (those in a name become <c>_</c>).
    /// </summary>
    /// <example><code>t.Verify = "nginx -t -c {path}";</code></example>
    public string? Verify { get; set; }

    /// <summary>The number of earlier versions that the node keeps in its CSharpChef folder. Default 0.</summary>
    public int Backup { get; set; }

    /// <summary>
    /// When the path is a symbolic link: true manages the file that the link points to, and a link to nothing is an
    /// error; false replaces the link, also one to a directory. Default true.
    /// </summary>
    public bool FollowLinks { get; set; } = true;

    /// <summary>
    /// Creates the file, or brings an existing one to this content and these permissions. The default action.
    /// </summary>
    public ResourceAction Create => Act(_ => [CreateStep(createOnly: false)]);

    /// <summary>Creates the file when nothing is at the path. An existing file or link stays as it is.</summary>
    public ResourceAction CreateIfMissing => Act(_ => [CreateStep(createOnly: true)]);

    /// <summary>Removes the file. A directory at the path is an error.</summary>
    public ResourceAction Delete => Act(_ => [new AbsentStep(Path, PathKind.File)]);

    /// <summary>Sets the times of the file to now. Always a change.</summary>
    public ResourceAction Touch => Act(_ => [new TouchStep(Path)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];

    private protected abstract FileContent? WantedContent();

    private FileStep CreateStep(bool createOnly) => new(Path)
    {
        Content = WantedContent(),
        Mode = Mode is null ? null : Permissions.Parse(Mode),
        Owner = Owner,
        Group = Group,
        CreateOnly = createOnly,
        Verify = Verify,
        Backup = Backup,
        FollowLinks = FollowLinks,
    };
}
