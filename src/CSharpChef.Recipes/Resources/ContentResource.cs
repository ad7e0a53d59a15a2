namespace CSharpChef.Recipes;

/// <summary>What File, CookbookFile and Template have in common: a file at a path whose content is known.</summary>
public abstract class ContentResource(string path) : Resource(path)
{
    /// <summary>The absolute path.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Permission bits, like <c>"0640"</c> or <c>"u=rw,g=r"</c>. Default: an existing file keeps its own, a new one
    /// gets 0644.
    /// </summary>
    public string? Mode { get; set; }

    /// <summary>User name or number. Default: left alone.</summary>
    public string? Owner { get; set; }

    /// <summary>Group name or number. Default: left alone.</summary>
    public string? Group { get; set; }

    /// <summary>
    /// A command that must end with 0 before the new file takes the old one's place. <c>{path}</c> stands for the new
    /// file.
    /// </summary>
    /// <example><code>t.Verify = "nginx -t -c {path}";</code></example>
    public string? Verify { get; set; }

    /// <summary>How many earlier versions to keep on the node, in its CSharpChef folder. Default 0.</summary>
    public int Backup { get; set; }

    /// <summary>
    /// When the path is a symbolic link: manage the file it points to (true, the default) or replace the link.
    /// </summary>
    public bool FollowLinks { get; set; } = true;

    /// <summary>Makes the file and keeps its content and permissions so. The default.</summary>
    public ResourceAction Create => Act(_ => [Wanted(createOnly: false)]);

    /// <summary>Makes the file when nothing is there; leaves an existing one entirely alone.</summary>
    public ResourceAction CreateIfMissing => Act(_ => [Wanted(createOnly: true)]);

    /// <summary>Removes the file. A directory at the path is an error.</summary>
    public ResourceAction Delete => Act(_ => [new AbsentStep(Path, PathKind.File)]);

    /// <summary>Sets the file's times to now; always a change.</summary>
    public ResourceAction Touch => Act(_ => [new TouchStep(Path)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];

    private protected abstract FileContent? WantedContent();

    private FileStep Wanted(bool createOnly) => new(Path)
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
