namespace CSharpChef.Recipes;

/// <summary>The file at a path has now as its times; always a change.</summary>
/// <param name="Path">The absolute path.</param>
public sealed record TouchStep(string Path) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("path", Path);
}
