namespace CSharpChef.Converge.Compile.Shared;

/// <summary>A script of <c>lib/</c> or <c>resources/</c>, parsed.</summary>
/// <param name="Path">The logical path.</param>
internal sealed record SharedFile(string Path)
{
    /// <summary>Whether it has types and nothing else.</summary>
    public bool HasTypesOnly { get; init; }

    /// <summary>The text in the form of an ordinary source file.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where the source has more characters than the text, in order: the position, and how many.</summary>
    public IReadOnlyList<(int Position, int Count)> Insertions { get; init; } = [];

    /// <summary>The symbols that it defines for <c>#if</c>.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>The namespace that the source adds; null when the file names its own.</summary>
    public string? Namespace { get; init; }

    /// <summary>The names of what it declares.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    public IReadOnlyList<ScriptDirective> Directives { get; init; } = [];

    /// <summary>The scripts that it loads, each with its place.</summary>
    public IReadOnlyList<(string Text, string Place)> Loads { get; init; } = [];

    /// <summary>Its directives that are for scripts only: the warnings of rule CC0301.</summary>
    public IReadOnlyList<ScriptFinding> ScriptOnly { get; init; } = [];

    /// <summary>Its errors of syntax.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];
}
