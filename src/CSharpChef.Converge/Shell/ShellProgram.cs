namespace CSharpChef.Converge.Shell;

/// <summary>A program for one node: plain POSIX sh. It takes a token and a mode as its arguments.</summary>
internal sealed record ShellProgram(string Text)
{
    /// <summary>The text without the written parts that many programs share.</summary>
    public string Own { get; init; } = "";

    /// <summary>
    /// Content that does not travel inside the text, by its SHA-256: the program asks for what it needs.
    /// </summary>
    public IReadOnlyDictionary<string, FileContent> Contents { get; init; } = new Dictionary<string, FileContent>();

    /// <summary>The path whose old text a result line of this body name shows.</summary>
    public IReadOnlyDictionary<string, string> OldTexts { get; init; } = new Dictionary<string, string>();
}
