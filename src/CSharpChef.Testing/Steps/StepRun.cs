using System.Text;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

/// <summary>
/// Executes the steps of one action and collects their changes. A plan does not report a problem that a real node would
/// find only by acting (a missing folder, an unknown user): an earlier step of the same plan may solve it.
/// </summary>
internal sealed class StepRun(FakeMachine machine, PlannedAction action, bool planning)
{
    private const int MostOldText = 64 * 1024;

    public FakeMachine Machine { get; } = machine;

    public PlannedAction Action { get; } = action;

    public bool Planning { get; } = planning;

    public List<string> Changes { get; } = [];

    public Dictionary<string, string> OldText { get; } = new(StringComparer.Ordinal);

    /// <summary>The note of the action; null when it has none.</summary>
    public string? NoteText { get; private set; }

    /// <summary>Tells what a person should know about an action that succeeds.</summary>
    public void Note(string text) => NoteText = text;

    /// <summary>
    /// Acts, unless the run is a plan, and records the change. A change of a sensitive action is recorded without its
    /// words.
    /// </summary>
    public void Change(string text, Action act)
    {
        if (!Planning)
        {
            act();
        }

        Changes.Add(Action.Sensitive ? Redaction.Change : text);
    }

    /// <summary>Changes a property: <c>set mode 0644 (was 0600)</c>.</summary>
    public void Change(string words, string value, string old, Action act) =>
        Change($"{words} {value} (was {old})", act);

    /// <summary>Fails when a condition for acting is not met. A plan assumes that it is.</summary>
    public void Require(bool isMet, string reason)
    {
        if (!isMet && !Planning)
        {
            throw new StepFailure(reason);
        }
    }

    /// <summary>Keeps the text that a change replaces, for the diff.</summary>
    public void KeepOld(string path, byte[] content)
    {
        if (!Action.Sensitive && content.Length <= MostOldText && FileContent.FromBytes(content).Text is { } text)
        {
            OldText.TryAdd(path, text);
        }
    }

    /// <summary>The path without links; null only in a plan, when its folder does not exist yet.</summary>
    public string? Real(string path, bool follow)
    {
        var real = Machine.Files.Resolve(path, follow);
        Require(real is not null, $"{path}: the folder {FileSystem.ParentOf(path)} does not exist");
        return real;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
