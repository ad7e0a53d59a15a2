namespace CSharpChef.Recipes.Steps;

/// <summary>
/// A file is at a path, with this content and these permissions. A property that is null stays as it is.
/// </summary>
/// <param name="Path">The absolute path.</param>
public sealed record FileStep(string Path) : Step
{
    internal const string CreateFile = "create file";
    internal const string WriteContent = "write content";

    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    /// <summary>The whole content. When null, a new file is empty.</summary>
    public FileContent? Content { get; init; }

    /// <summary>Permission bits. When null, a new file gets 0644.</summary>
    public Permissions? Mode { get; init; }

    /// <summary>User name or number.</summary>
    public string? Owner { get; init; }

    /// <summary>Group name or number.</summary>
    public string? Group { get; init; }

    /// <summary>Creates a missing file, and leaves an existing one unchanged.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>
    /// A command that checks the new file, at <c>{path}</c>, before the file replaces the old one. The new file has the
    /// name of the old one, in another folder.
    /// </summary>
    public string? Verify { get; init; }

    /// <summary>The number of earlier versions that the node keeps.</summary>
    public int Backup { get; init; }

    /// <summary>
    /// Manages the file that a symbolic link at the path points to; a link to nothing is an error. When false, a file
    /// replaces the link.
    /// </summary>
    public bool FollowLinks { get; init; } = true;

    internal override IEnumerable<string?> Texts => [Path, Content?.Text, Owner, Group, Verify];

    internal override void Validate()
    {
        Require.Path(Path);
        Require.Accounts(Owner, Group);
        Require.NoNul([Verify]);
    }

    internal override Step Redacted() => this with
    {
        Content = Content is null ? null : FileContent.FromText(Redaction.Mask),
        Verify = Redaction.Of(Verify),
    };

    internal override bool Contradicts(Step other) => other switch
    {
        FileStep file => Differ(Content?.Sha256, file.Content?.Sha256)
            || Differ(Mode, file.Mode)
            || Differ(Owner, file.Owner)
            || Differ(Group, file.Group),
        _ => other is not TouchStep,
    };
}
