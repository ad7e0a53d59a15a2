namespace CSharpChef.Recipes.Steps;

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

        var old = EndedLines(oldText ?? "");
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
        _ => step.Match is { } match && Array.Exists(Lines(oldText ?? ""), Matches(match))
            ? LineStep.ReplaceLine
            : LineStep.AddLine,
    };

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    // In a file of lines with CRLF the last one has it too, once the file is edited.
    private static string[] EndedLines(string text)
    {
        var lines = Lines(text);
        return lines.Length > 0 && LineEnds.HasReturn(lines[0])
            ? [.. lines[..^1], LineEnds.WithReturn(lines[^1], isWanted: true)]
            : lines;
    }

    private static List<string> Edited(LineStep step, string[] old)
    {
        var matches = step.Match is { } match ? Matches(match) : null;
        var isHit = matches ?? (line => LineEnds.IsSame(line, step.Text));
        if (!step.Present)
        {
            return [.. old.Where(line => !isHit(line))];
        }

        if (matches is not null && Array.FindIndex(old, isHit) is >= 0 and var first)
        {
            return Replaced(old, isHit, first, step.Text);
        }

        return old.Any(line => LineEnds.IsSame(line, step.Text)) ? [.. old] : [.. old, Added(old, step.Text)];
    }

    private static Predicate<string> Matches(string match)
    {
        var pattern = PosixPattern.Parse(match);
        return line => pattern.IsMatch(LineEnds.WithoutReturn(line));
    }

    private static List<string> Replaced(string[] old, Predicate<string> isHit, int first, string text) =>
    [
        .. old[..first],
        LineEnds.WithReturn(text, LineEnds.HasReturn(old[first])),
        .. old[(first + 1)..].Where(line => !isHit(line)),
    ];

    private static string Added(string[] old, string text) =>
        LineEnds.WithReturn(text, old.Length > 0 && LineEnds.HasReturn(old[0]));
}
