using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// What a <see cref="LineStep"/> makes of a text. An edited text ends with a line end; a text that is as wanted stays
/// as it is, also without one.
/// </summary>
internal static class LineEdit
{
    /// <param name="step">What shall be.</param>
    /// <param name="oldText">The file's text; null when there is no file.</param>
    /// <returns>The text that shall be there, the same text when nothing changes; null when there shall be no
    /// file.</returns>
    public static string? Apply(LineStep step, string? oldText)
    {
        if (oldText is null && !step.Present)
        {
            return null;
        }

        var old = Lines(oldText ?? "");
        var wanted = step.Block is { } name
            ? BlockEdit.Apply(old, name, step.Present ? Lines(step.Text) : null)
            : Edited(step, old);
        return oldText is not null && wanted.SequenceEqual(old)
            ? oldText
            : string.Concat(wanted.Select(line => line + "\n"));
    }

    /// <summary>How the change reads, when <see cref="Apply"/> makes one.</summary>
    public static string Change(LineStep step, string? oldText) => (step.Block, step.Present) switch
    {
        (not null, true) => ChangeText.WriteBlock,
        (not null, false) => ChangeText.RemoveBlock,
        (null, false) => ChangeText.RemoveLine,
        _ => step.Match is { } match && Lines(oldText ?? "").Any(PosixPattern.Parse(match).IsMatch)
            ? ChangeText.ReplaceLine
            : ChangeText.AddLine,
    };

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static List<string> Edited(LineStep step, string[] old)
    {
        var pattern = step.Match is { } match ? PosixPattern.Parse(match) : null;
        if (!step.Present)
        {
            return [.. old.Where(line => !(pattern?.IsMatch(line) ?? line == step.Text))];
        }

        if (pattern is not null && Array.FindIndex(old, pattern.IsMatch) is >= 0 and var first)
        {
            return Replaced(old, pattern, first, step.Text);
        }

        return old.Contains(step.Text) ? [.. old] : [.. old, step.Text];
    }

    private static List<string> Replaced(string[] old, Regex pattern, int first, string text) =>
        [.. old[..first], text, .. old[(first + 1)..].Where(line => !pattern.IsMatch(line))];
}
