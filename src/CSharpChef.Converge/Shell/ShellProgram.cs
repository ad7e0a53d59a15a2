using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Shell;

/// <summary>
/// A program for one node in POSIX sh. Its arguments are a token, a mode, the run's name, whether to wait for another
/// run, and who began the run.
/// </summary>
/// <param name="Parts">The parts of shell that it uses.</param>
/// <param name="Actions">The functions of its actions, and those that print their texts.</param>
/// <param name="Frame">The commands that probe the node and run the actions.</param>
internal sealed record ShellProgram(IReadOnlyList<ShellPart> Parts, string Actions, string Frame)
{
    private const string Directives =
        "# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # variables and functions are set and used by name\n";

    /// <summary>
    /// The text that is sent. It is one compound command, so that the shell runs nothing until it has all of it.
    /// </summary>
    public string Text => $"{{\n{string.Concat(Parts.Select(part => part.Code))}{Actions}{Frame}exit\n}}\n";

    /// <summary>The same program for a reader: with the comments of its parts and a table of the subjects.</summary>
    public string Readable =>
        $"{Directives}{Subjects}{{\n{string.Join('\n', Parts.Select(part => part.Text))}\n{Actions}\n{Frame}exit\n}}\n";

    /// <summary>A table, in comments, of the subjects whose numbers are in names of variables.</summary>
    public string Subjects { get; init; } = "";

    /// <summary>
    /// The content that is not part of the text, by its SHA-256. The program asks for what the node lacks.
    /// </summary>
    public IReadOnlyDictionary<string, FileContent> Contents { get; init; } = new Dictionary<string, FileContent>();

    /// <summary>The paths whose old text the result lines show, by the name of the path in a result line.</summary>
    public IReadOnlyDictionary<string, string> OldTexts { get; init; } = new Dictionary<string, string>();
}
