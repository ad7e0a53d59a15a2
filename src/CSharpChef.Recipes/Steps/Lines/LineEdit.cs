using System.Text.RegularExpressions;

namespace CSharpChef.Recipes;

/// <summary>
/// Applies a <see cref="LineStep"/> to the text of a file. An edited text ends with a line end; a text that needs no
/// edit is returned as it is, with or without one.
/// </summary>
internal static class LineEdit
{
    /// <param name="step">The line or block to write or remove.</param>
    /// <param name="oldText">The file's text; null when there is no file.</param>
    /// <returns>The new text, or the same text when it needs no edit; null when there is no file and none is
    /// needed.</returns>
    public static string? Apply(LineStep step, string? oldText)
    {
        if (oldText is null && !step.Present)
        {
            return null;
        }

        var old = Lines(oldText ?? "");
        var edited = step.Block is { } name
            ? BlockEdit.Apply(old, name, step.Present ? Lines(step.Text) : null)
            : Edited(step, old);
        return oldText is not null && edited.SequenceEqual(old)
            ? oldText
            : string.Concat(edited.Select(line => line + "\n"));
    }

    /// <summary>The words of the change that <see cref="Apply"/> makes.</summary>
    public static string Change(LineStep step, string? oldText) => (step.Block, step.Present) switch
    {
        (not null, true) => LineStep.WriteBlock,
        (not null, false) => LineStep.RemoveBlock,
        (null, false) => LineStep.RemoveLine,
        _ => step.Match is { } match && Lines(oldText ?? "").Any(PosixPattern.Parse(match).IsMatch)
            ? LineStep.ReplaceLine
            : LineStep.AddLine,
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
