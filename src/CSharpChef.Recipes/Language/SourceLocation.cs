namespace CSharpChef.Recipes;

/// <summary>A line of a recipe, such as <c>recipes/default.csx:12</c>.</summary>
/// <param name="File">The path in the folder of the cookbook; when the line is in another cookbook than the recipe,
/// <c>cookbook:base/resources/site.csx</c>.</param>
/// <param name="Line">The line number, from 1.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}";
}
