namespace CSharpChef.Recipes;

/// <summary>What an <see cref="AbsentStep"/> may remove.</summary>
public enum PathKind
{
    /// <summary>A file, or a link to one.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    Link,
}

/// <summary>Nothing is at a path. Another kind of thing there is an error, not removed.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Kind">What may be removed.</param>
/// <param name="Recursive">Removes a directory's content with it.</param>
public sealed record AbsentStep(string Path, PathKind Kind, bool Recursive = false) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("path", Path);
}
