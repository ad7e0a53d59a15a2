namespace CSharpChef.Recipes;

/// <summary>A line, or a block between two markers, is in a file or is not.</summary>
/// <param name="Path">The absolute path of the file; a missing one is made.</param>
/// <param name="Text">The line without its end, or the lines of the block.</param>
public sealed record LineStep(string Path, string Text) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("line", $"{Path}:{Block ?? Text}");

    /// <summary>
    /// A POSIX extended regular expression of the lines that <see cref="Text"/> takes the place of, or that go.
    /// </summary>
    public string? Match { get; init; }

    /// <summary>The name of a block of lines; its markers are <c># BEGIN name</c> and <c># END name</c>.</summary>
    public string? Block { get; init; }

    /// <summary>False when the line or block shall not be there.</summary>
    public bool Present { get; init; } = true;
}
