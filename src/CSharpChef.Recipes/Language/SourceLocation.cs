namespace CSharpChef.Recipes;

/// <summary>A line of a recipe, such as <c>recipes/default.csx:12</c>.</summary>
/// <param name="File">The file, below its cookbook's folder; of another cookbook than the recipe's,
/// <c>cookbook:base/resources/site.csx</c>.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}";
}
