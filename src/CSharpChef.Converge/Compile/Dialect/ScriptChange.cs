namespace CSharpChef.Converge.Compile.Dialect;

/// <summary>A change of the text of a script.</summary>
/// <param name="Path">The logical path of the script.</param>
/// <param name="Start">The position of the first character to replace.</param>
/// <param name="Length">The number of characters to replace.</param>
/// <param name="Text">What stands there afterwards.</param>
internal sealed record ScriptChange(string Path, int Start, int Length, string Text)
{
    /// <summary>
    /// The text with changes, which do not overlap. Of two at one position the first one stands first.
    /// </summary>
    public static string Apply(string script, IEnumerable<ScriptChange> changes) => changes
        .OrderBy(change => change.Start)
        .Reverse()
        .Aggregate(script, (text, change) =>
            text.Remove(change.Start, change.Length).Insert(change.Start, change.Text));
}
