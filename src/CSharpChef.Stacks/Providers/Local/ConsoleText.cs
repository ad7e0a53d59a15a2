using System.Text;
using System.Text.RegularExpressions;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>The text that a machine wrote to its console, without what would control a terminal.</summary>
internal static partial class ConsoleText
{
    private const int Longest = 64 * 1024;

    /// <summary>Reads whole lines from the end of a file, at most 64 KiB.</summary>
    public static string ReadTail(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var isWhole = file.Length <= Longest;
        file.Seek(Math.Max(0, file.Length - Longest), SeekOrigin.Begin);
        var bytes = new byte[Longest];
        var count = file.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false);
        var text = Clean(Encoding.UTF8.GetString(bytes, 0, count));
        return isWhole ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    public static string Clean(string text) => Controls().Replace(text, "");

    // Sequences that begin with ESC [ or ESC ], then every other control character but tab and line feed.
    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)?|[\p{Cc}-[\n\t]]")]
    private static partial Regex Controls();
}
