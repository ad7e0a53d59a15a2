namespace CSharpChef.Recipes;

/// <summary>A link is at a path.</summary>
/// <param name="Path">Where the link is.</param>
/// <param name="To">What it points to, compared as text; for a hard link the file it shares.</param>
/// <param name="Hard">A hard link instead of a symbolic one.</param>
public sealed record LinkStep(string Path, string To, bool Hard = false) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("path", Path);
}
