namespace CSharpChef.Recipes;

/// <summary>A position in a file, such as <c>cookbooks/site/recipes/default.csx:12:1</c>.</summary>
/// <param name="File">The path from the current folder, or the full path when that is shorter.</param>
/// <param name="Line">The line number, from 1.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <summary>The column, from 1; 0 when it is not known.</summary>
    public int Column { get; init; }

    /// <inheritdoc />
    public override string ToString() => Column > 0 ? $"{File}:{Line}:{Column}" : $"{File}:{Line}";
}
