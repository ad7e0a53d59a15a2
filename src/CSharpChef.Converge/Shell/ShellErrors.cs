using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Shell;

/// <summary>The errors that a shell prints about code of a recipe.</summary>
internal static partial class ShellErrors
{
    /// <summary>The text without the shell's name and line number, which stand for code that nobody sees.</summary>
    public static string WithoutShellName(string text) => ShellName().Replace(text, "");

    [GeneratedRegex(@"^(?:\S*/)?(?:sh|ash|bash|dash|main): (?:(?:line )?[0-9]+: )?(?:eval: )?", RegexOptions.Multiline)]
    private static partial Regex ShellName();
}
