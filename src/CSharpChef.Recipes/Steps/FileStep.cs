namespace CSharpChef.Recipes;

/// <summary>A file is at a path, with this content and these permissions; null leaves a part alone.</summary>
/// <param name="Path">The absolute path.</param>
public sealed record FileStep(string Path) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    /// <summary>The whole content; null leaves an existing file's alone and makes a new one empty.</summary>
    public FileContent? Content { get; init; }

    /// <summary>Permission bits; null leaves them alone, 0644 for a new file.</summary>
    public Permissions? Mode { get; init; }

    /// <summary>User name or number.</summary>
    public string? Owner { get; init; }

    /// <summary>Group name or number.</summary>
    public string? Group { get; init; }

    /// <summary>Leaves a file that is there already entirely alone.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>A command that checks the new file, at <c>{path}</c>, before it takes the old one's place.</summary>
    public string? Verify { get; init; }

    /// <summary>How many earlier versions to keep on the node.</summary>
    public int Backup { get; init; }

    /// <summary>Manages what a symbolic link at the path points to, instead of replacing the link.</summary>
    public bool FollowLinks { get; init; } = true;
}
