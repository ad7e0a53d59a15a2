using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A line, or a marked block of lines, in a file that also has other content.</summary>
    /// <example>
    /// <code>
    /// Line("/etc/ssh/sshd_config", l =>
    /// {
    ///     l.Text = "PermitRootLogin no";
    ///     l.Match = "^#?PermitRootLogin ";
    /// });
    /// </code>
    /// </example>
    public LineResource Line(
        string path,
        Action<LineResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new LineResource(path), configure, sourceFile, sourceLine);
}

/// <summary>A line or block in a file.</summary>
public sealed class LineResource(string path) : Resource(path)
{
    /// <summary>
    /// The absolute path of the file. A missing file is created; a symbolic link to nothing is an error. Lines that end
    /// with CRLF are compared without it and keep it.
    /// </summary>
    public string Path { get; } = path;

    /// <summary>The line, without a line end; with <see cref="Block"/>, the lines of the block. Required.</summary>
    public string Text { get; set; } = "";

    /// <summary>
    /// A POSIX extended regular expression. Ensure replaces the first line that matches with <see cref="Text"/> and
    /// removes the other matching lines; when no line matches, it appends <see cref="Text"/>. Remove removes every line
    /// that matches. Default: the exact line.
    /// </summary>
    public string? Match { get; set; }

    /// <summary>
    /// The name of a block: its lines are between <c># BEGIN name</c> and <c># END name</c>. Default null: one line.
    /// </summary>
    public string? Block { get; set; }

    /// <summary>Makes sure that the line or block is in the file. The default action.</summary>
    public ResourceAction Ensure => Act(_ => [Step(present: true)]);

    /// <summary>Makes sure that the line or block is not in the file.</summary>
    public ResourceAction Remove => Act(_ => [Step(present: false)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Ensure];

    private LineStep Step(bool present)
    {
        if (Text.Length == 0 && (present || (Match ?? Block) is null))
        {
            throw new RecipeException("set Text: the line that must be in the file");
        }

        if (Block is null && Text.Contains('\n', StringComparison.Ordinal))
        {
            throw new RecipeException("Text has more than one line: set Block to a name for them");
        }

        return new LineStep(Path, Text) { Match = Match, Block = Block, Present = present };
    }
}
