using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>
    /// The numbers of the lines that contain a string of 20 or more characters or a row of a table of strings.
    /// </summary>
    public IEnumerable<int> LinesOfStrings => Syntax.DescendantNodesAndTokens()
        .Where(part => part.Span.Length >= 20 && IsString(part.Kind()))
        .Select(part => part.GetLocation()!.GetLineSpan())
        .SelectMany(span => Enumerable.Range(
            span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line + 1))
        .Concat(Lines.Index().Where(line => line.Item.Split('"').Length > 10).Select(line => line.Index + 1));

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

    // Two words of a name are separated by a dot, which is a token of its own.
    private bool MatchesAt(string[] words, int start) =>
        start + (2 * words.Length) - 1 <= tokens.Value.Length
            && words.Index().All(word => tokens.Value[start + (2 * word.Index)] == word.Item);
}
