using System.Text.RegularExpressions;

namespace CSharpChef.Testing;

/// <summary>
/// Evaluates the shell tests that need no answer from the recipe's test: <c>test -e PATH</c> with <c>-e -f -d -L -h
/// -s</c>, the same in brackets and after <c>!</c>, and <c>true</c>, <c>false</c> and <c>:</c>.
/// </summary>
internal static partial class ShellTest
{
    /// <returns>The result; null for every other command.</returns>
    public static bool? Ask(string command, FileSystem files)
    {
        var text = command.Trim();
        if (text is "true" or ":" or "false")
        {
            return text != "false";
        }

        return Pattern().Match(text) is { Success: true } match
            ? Test(match.Groups["test"].Value[0], match.Groups["path"].Value, files) != match.Groups["not"].Success
            : null;
    }

    private static bool Test(
        char test, string path, FileSystem files) => (test, files.Find(path, follow: test is not ('L' or 'h'))) switch
        {
            (_, null) => false,
            ('e', _) => true,
            ('f', { Kind: var kind }) => kind == InodeKind.File,
            ('d', { Kind: var kind }) => kind == InodeKind.Directory,
            ('s', { Kind: var kind, Content.Length: var length }) => kind == InodeKind.Directory || length > 0,
            (_, { Kind: var kind }) => kind == InodeKind.Link,
        };

    [GeneratedRegex("""
        ^(test|(?<open>\[))\ +(?<not>!\ +)?-(?<test>[efdLhs])\ +
        ((?<path>/[\w./@%+:,=-]*)|'(?<path>/[^']*)'|"(?<path>/[^"$`\\]*)")
        (?(open)\ +\])$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
