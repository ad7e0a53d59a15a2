namespace CSharpChef.Recipes.Steps;

/// <summary>A directory is at a path, with these permissions. A property that is null stays as it is.</summary>
/// <param name="Path">The absolute path.</param>
public sealed record DirectoryStep(string Path) : Step
{
    internal const string CreateDirectory = "create directory";

    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    /// <summary>Permission bits. When null, a new directory gets 0755, and its folder's setgid bit.</summary>
    public Permissions? Mode { get; init; }

    /// <summary>User name or number.</summary>
    public string? Owner { get; init; }

    /// <summary>Group name or number.</summary>
    public string? Group { get; init; }

    /// <summary>Creates missing parent directories too; mode, owner and group apply to the last one only.</summary>
    public bool Recursive { get; init; }

    internal override IEnumerable<string?> Texts => [Path, Owner, Group];

    internal override void Validate()
    {
        Require.Path(Path);
        Require.Accounts(Owner, Group);
    }

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => other switch
    {
        DirectoryStep directory => Differ(Mode, directory.Mode)
            || Differ(Owner, directory.Owner)
            || Differ(Group, directory.Group),
        _ => other is not TouchStep,
    };
}
