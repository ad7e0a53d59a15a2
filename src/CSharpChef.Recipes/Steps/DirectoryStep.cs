namespace CSharpChef.Recipes;

/// <summary>A directory is at a path, with these permissions; null leaves a part alone.</summary>
/// <param name="Path">The absolute path.</param>
public sealed record DirectoryStep(string Path) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    /// <summary>Permission bits; null leaves them alone, 0755 for a new directory.</summary>
    public Permissions? Mode { get; init; }

    /// <summary>User name or number.</summary>
    public string? Owner { get; init; }

    /// <summary>Group name or number.</summary>
    public string? Group { get; init; }

    /// <summary>Makes missing parents too; mode and owner are of the last one only.</summary>
    public bool Recursive { get; init; }
}
