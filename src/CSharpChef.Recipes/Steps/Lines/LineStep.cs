namespace CSharpChef.Recipes.Steps;

/// <summary>A line, or a block of lines between two markers, is in a file or is not.</summary>
/// <param name="Path">The absolute path of the file; a missing file is created.</param>
/// <param name="Text">The line without its line end, or the lines of the block.</param>
public sealed record LineStep(string Path, string Text) : Step
{
    internal const string AddLine = "add line";
    internal const string ReplaceLine = "replace line";
    internal const string RemoveLine = "remove line";
    internal const string WriteBlock = "write block";
    internal const string RemoveBlock = "remove block";

    /// <inheritdoc />
    public override Subject Subject => new("line", $"{Path}:{Block ?? Text}");

    /// <summary>
    /// A POSIX extended regular expression: <see cref="Text"/> replaces the lines that match, or, when the line must
    /// not be in the file, they are removed.
    /// </summary>
    public string? Match { get; init; }

    /// <summary>
    /// The name of a block of lines. The markers are <c># BEGIN name</c> and <c># END name</c>.
    /// </summary>
    public string? Block { get; init; }

    /// <summary>Whether the line or block must be in the file. When false, it is removed.</summary>
    public bool Present { get; init; } = true;

    internal override IEnumerable<string?> Texts => [Path, Block, Text, Match];

    internal override void Validate()
    {
        Require.Path(Path);
        if (Match is { } match)
        {
            PosixPattern.Parse(match);
        }

        Require.NoNul([Text, Match, Block]);
        Require.OneLine(Match, "Match");
        Require.OneLine(Block, "Block");
    }

    internal override Step Redacted() => this with { Text = Redaction.Mask, Match = Redaction.Of(Match) };

    internal override bool Contradicts(Step other) => false;
}
