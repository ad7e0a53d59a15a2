using System.Text.RegularExpressions;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules.Words;

/// <summary>
/// The texts that people read in this repository: sources, shell, documents, tests and their snapshots.
/// </summary>
internal static partial class ProjectText
{
    private static readonly string[] Folders = ["src", "docs", "editors", "schemas", "tests"];
    private static readonly string[] Extensions =
        [".cs", ".csproj", ".csx", ".el", ".js", ".json", ".liquid", ".lua", ".md", ".sh", ".sql", ".toml", ".txt", ".xml", ""];

    // What an earlier build wrote, and a copy of the license, are not ours to reword.
    private static readonly string[] Skipped = ["obj", "bin", "data", "dist", "LICENSE", "artifacts", "TestResults", "node_modules"];

    /// <summary>All files of these folders below the repository's root, with paths relative to it.</summary>
    public static IEnumerable<(string Path, string Text)> All() =>
        from folder in Folders
        from path in Directory.EnumerateFiles(SourceTree.PathOf(folder), "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/')
        where Extensions.Contains(Path.GetExtension(path)) && !relative.Split('/').Any(part => Skipped.Contains(part))
        select (relative, File.ReadAllText(path));

    /// <summary>Separates the words of camel case and of names with underscores, without moving any line.</summary>
    public static string SeparateWords(string text) => CamelCase().Replace(text, " ").Replace('_', ' ');

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex CamelCase();
}
