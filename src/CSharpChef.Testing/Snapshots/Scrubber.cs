using System.Text.RegularExpressions;

namespace CSharpChef.Testing;

/// <summary>
/// Replaces the paths of the machine that runs the test, which differ from machine to machine: the folders of the
/// cookbooks, of the test's source and of its assembly, and what there is in the folder for temporary files.
/// </summary>
internal static partial class Scrubber
{
    /// <param name="text">The text, with line ends of any system.</param>
    /// <param name="cookbooks">The folders of the cookbooks.</param>
    /// <param name="source">The folder of the test's source.</param>
    public static string Scrub(string text, IReadOnlyList<string> cookbooks, string source)
    {
        (string Path, string Word)[] folders =
        [
            .. cookbooks.Select(folder => (folder, "{cookbooks}")),
            (source, "{test}"),
            (AppContext.BaseDirectory, "{assembly}"),
        ];
        var scrubbed = folders
            .Select(folder => (Path: Path.TrimEndingDirectorySeparator(folder.Path), folder.Word))
            .SelectMany(folder => Spellings(folder.Path).Select(path => (Path: path, folder.Word)))
            .Where(folder => folder.Path.Length > 3)
            .OrderByDescending(folder => folder.Path.Length)
            .Aggregate(text, (all, folder) => Regex.Replace(
                all, $@"{Regex.Escape(folder.Path)}(?![\w.-])", folder.Word));
        return WithoutTemporaryFolders(scrubbed).ReplaceLineEndings("\n");
    }

    // Messages show a path from the current folder when that is shorter.
    private static string[] Spellings(string folder) =>
        [folder, Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)];

    // The node has a folder for temporary files too: only what exists here is a path of this machine.
    private static string WithoutTemporaryFolders(string text)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        return Regex.Replace(text, $@"{Regex.Escape(folder)}[/\\]({FileName()})", match =>
            Path.Exists(match.Value) ? "{temp}" : match.Value);
    }

    [GeneratedRegex(@"[\w.@-]+")]
    private static partial Regex FileName();
}
