using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.TestSupport;

/// <summary>The source files of the repository, read once for all house rules.</summary>
internal static class SourceTree
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Sources = new(() => FilesBelow("src"));
    private static readonly Lazy<IReadOnlyList<SourceFile>> TestSources = new(() => FilesBelow("tests"));

    public static string Root { get; } = Above(Path.GetDirectoryName(ThisFile())!);

    public static IReadOnlyList<SourceFile> Files => Sources.Value;

    /// <summary>The sources of the tests, the benchmarks and what they share.</summary>
    public static IReadOnlyList<SourceFile> Tests => TestSources.Value;

    public static IEnumerable<string> ShellParts =>
        Directory.EnumerateFiles(PathOf("src"), "*.sh", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    public static IEnumerable<SourceFile> In(string project) =>
        Files.Where(file => file.Path.StartsWith($"src/CSharpChef.{project}/", StringComparison.Ordinal));

    public static string PathOf(string path) => Path.Combine(Root, path);

    private static IReadOnlyList<SourceFile> FilesBelow(string folder) =>
        [.. Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(path => SourceFile.Read(Root!, path))];

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "CSharpChef.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}

/// <summary>One source file, parsed when a rule asks for its syntax.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<CompilationUnitSyntax> syntax;
    private readonly Lazy<string[]> tokens;

    private SourceFile(string path, string text)
    {
        (Path, Text) = (path, text);
        syntax = new(() => CSharpSyntaxTree.ParseText(text, path: path).GetCompilationUnitRoot());
        tokens = new(
            () => [.. Syntax.DescendantTokens().Select(token => token.ValueText).Where(value => value.Length > 0)]);
    }

    /// <summary>The path below the root of the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public CompilationUnitSyntax Syntax => syntax.Value;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>How many characters of each line, counted from 1, belong to string literals.</summary>
    public ILookup<int, int> CharactersOfStrings => Syntax.DescendantNodesAndTokens(node => !IsString(node.Kind()))
        .Where(part => IsString(part.Kind()))
        .SelectMany(part => Characters(part.Span))
        .ToLookup(line => line.Number, line => line.Count);

    /// <summary>True for a row of a table: a line with six strings or more.</summary>
    public static bool IsRowOfStrings(string line) => line.Split('"').Length > 10;

    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    public static SourceFile Read(string root, string path) =>
        new(System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path));

    public IEnumerable<T> Nodes<T>()
        where T : CSharpSyntaxNode => Syntax.DescendantNodes().OfType<T>();

    public static int LineOf(CSharpSyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>True when the code contains a name, outside of comments and string literals.</summary>
    public bool Mentions(string name)
    {
        var words = name.Split('.');
        return words.All(word => Text.Contains(word, StringComparison.Ordinal))
            && Enumerable.Range(0, tokens.Value.Length).Any(at => MatchesAt(words, at));
    }

    private static bool IsString(SyntaxKind kind) => kind is SyntaxKind.StringLiteralToken
        or SyntaxKind.InterpolatedStringExpression or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private IEnumerable<(int Number, int Count)> Characters(TextSpan span) =>
        from line in Syntax.SyntaxTree.GetText().Lines
        let common = line.Span.Intersection(span)
        where common is { IsEmpty: false }
        select (line.LineNumber + 1, common.Value.Length);

    // Two words of a name are separated by a dot, which is a token of its own.
    private bool MatchesAt(string[] words, int start) =>
        start + (2 * words.Length) - 1 <= tokens.Value.Length
            && words.Index().All(word => tokens.Value[start + (2 * word.Index)] == word.Item);
}
