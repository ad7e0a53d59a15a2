using System.Text.RegularExpressions;

namespace CSharpChef.Testing;

/// <summary>
/// What a shell says about a command that it cannot run. Its exit code alone does not tell: 127 is also the plain no of
/// <c>command -v</c>.
/// </summary>
internal static partial class ShellComplaint
{
    /// <summary>The complaint, without the name and line number of the shell; null when there is none.</summary>
    public static string? In(CommandAnswer answer)
    {
        var pattern = answer.ExitCode switch
        {
            127 => NotFound(),
            126 => NotPermitted(),
            2 => WrongSyntax(),
            _ => null,
        };
        var line = answer.Output.Split('\n').FirstOrDefault(line => pattern?.IsMatch(line) == true);
        return line is null ? null : ShellName().Replace(line, "");
    }

    [GeneratedRegex(@"^sh: (-c: )?((line )?[0-9]+: )?")]
    private static partial Regex ShellName();

    [GeneratedRegex(@": .*: .*not found|^sh:.*: No such file or directory")]
    private static partial Regex NotFound();

    [GeneratedRegex(@": Permission denied|^sh:")]
    private static partial Regex NotPermitted();

    [GeneratedRegex(@"[Ss]yntax error|^sh:.*(unexpected EOF|ad substitution)")]
    private static partial Regex WrongSyntax();
}
