using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A line, or a marked block of lines, in a file that others write too.</summary>
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
    /// <summary>The absolute path of the file. A missing one is made.</summary>
    public string Path { get; } = path;

    /// <summary>The line, without its end; with <see cref="Block"/>, the lines of the block. Required.</summary>
    public string Text { get; set; } = "";

    /// <summary>
    /// A POSIX extended regular expression. Ensure puts <see cref="Text"/> in place of the first line that matches and
    /// removes further ones, or appends it when none does; Remove removes every line that matches. Default: the exact
    /// line.
    /// </summary>
    public string? Match { get; set; }

    /// <summary>
    /// The name of a block: its lines stand between <c># BEGIN name</c> and <c># END name</c>. Default: one line.
    /// </summary>
    public string? Block { get; set; }

    /// <summary>Makes sure the line or block is there. The default.</summary>
    public ResourceAction Ensure => Act(_ => [Step(present: true)]);

    /// <summary>Makes sure the line or block is not there.</summary>
    public ResourceAction Remove => Act(_ => [Step(present: false)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions() => [Ensure];

    private LineStep Step(bool present)
    {
        if (Text.Length == 0 && (present || (Match ?? Block) is null))
        {
            throw new RecipeException("set Text: the line that shall be in the file");
        }

        if (Block is null && Text.Contains('\n', StringComparison.Ordinal))
        {
            throw new RecipeException("Text has more than one line: set Block to a name for them");
        }

        return new LineStep(Path, Text) { Match = Match, Block = Block, Present = present };
    }
}
