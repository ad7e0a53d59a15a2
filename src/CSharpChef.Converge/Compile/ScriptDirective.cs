namespace CSharpChef.Converge.Compile;

/// <summary>A directive at the start of a script: <c>#:NAME TEXT</c>, or <c>#r "nuget: TEXT"</c>.</summary>
/// <param name="Name">What follows <c>#:</c>, such as <c>package</c>, or <see cref="Reference"/>.</param>
/// <param name="Text">The rest of the line.</param>
/// <param name="Start">The position of the directive in the script.</param>
/// <param name="TextStart">The position of the rest of the line.</param>
/// <param name="End">The position of the end of the line.</param>
/// <param name="Place">The file, line and column.</param>
internal sealed record ScriptDirective(string Name, string Text, int Start, int TextStart, int End, string Place)
{
    /// <summary>The name of <c>#r "nuget: ID, VERSION"</c>.</summary>
    public const string Reference = "r";

    public const string Package = "package";

    public const string Include = "include";

    /// <summary>Directives of file-based programs that are for the editor and for <c>dotnet run</c>.</summary>
    public static IReadOnlyList<string> OfEditors { get; } = ["sdk", "property", "project"];

    /// <summary>The package that makes a file-based app of a script, for editors.</summary>
    public const string HeaderPackage = "CSharpChef.Sdk";

    /// <summary>Whether this is the line by which editors know a script as a file-based app.</summary>
    public bool IsHeader => Name == "sdk" && Text.Split('@')[0].Trim() == HeaderPackage;

    public bool IsPackage => Name is Package or Reference;
}
