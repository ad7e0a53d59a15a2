namespace CSharpChef.Recipes.Steps;

/// <summary>The kinds of things that an <see cref="AbsentStep"/> can remove.</summary>
public enum PathKind
{
    /// <summary>A file, or a link to one.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    Link,
}

/// <summary>
/// Nothing is at a path. When something of another kind is there, the step fails and removes nothing.
/// </summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Kind">The kind of thing to remove.</param>
/// <param name="Recursive">Whether the content of a directory is removed with it.</param>
public sealed record AbsentStep(string Path, PathKind Kind, bool Recursive = false) : Step
{
    internal const string Remove = "remove";

    /// <inheritdoc />
    public override Subject Subject => new("path", Path);

    internal override IEnumerable<string?> Texts => [Path];

    internal override void Validate()
    {
        if (Path == "/")
        {
            throw new RecipeException("\"/\" is the whole machine: it cannot be removed");
        }

        Require.Path(Path);
    }

    internal override Step Redacted() => this;

    internal override bool Contradicts(Step other) => other is not TouchStep && !Equals(other);
}
