using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>
/// Executes the steps of one action and collects their changes. A plan does not report a problem that a change before
/// it may solve, such as a missing folder or an unknown user.
/// </summary>
internal sealed class StepRun(FakeMachine machine, PlannedAction action, bool planning, bool hasEarlierChange = false)
{
    private const int MostOldText = 64 * 1024;

    public FakeMachine Machine { get; } = machine;

    public PlannedAction Action { get; } = action;

    public bool Planning { get; } = planning;

    /// <summary>
    /// The note for a guard that cannot be judged in a plan; null when nothing would change before it.
    /// </summary>
    public string? UnaskedNote { get; init; }

    /// <summary>True when a plan must assume that what is missing comes with the changes before it.</summary>
    public bool MayCome => Planning && (UnaskedNote is not null || HasChanged);

    /// <summary>The changes of the last attempt.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>Whether any attempt changed something.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>What the command of the action printed.</summary>
    public string? Output { get; set; }

    public Dictionary<string, string> OldText { get; } = new(StringComparer.Ordinal);

    /// <summary>The note of the action; null when it has none.</summary>
    public string? NoteText { get; private set; }

    /// <summary>Tells what a person should know about an action that succeeds.</summary>
    public void Note(string text) => NoteText = text;

    /// <summary>
    /// Acts, unless the run is a plan, and records the change, unless the act fails. A change of a sensitive action is
    /// recorded without its words.
    /// </summary>
    public void Change(string text, Action act)
    {
        if (!Planning)
        {
            act();
        }

        HasChanged = true;
        Changes.Add(Action.Sensitive ? Redaction.Change : text);
    }

    /// <summary>Forgets what the failed attempt reported, except that it changed something.</summary>
    public void BeginNextAttempt()
    {
        Changes.Clear();
        NoteText = null;
        Output = null;
    }

    /// <summary>Changes a property: <c>set mode 0644 (was 0600)</c>.</summary>
    public void Change(string words, string value, string old, Action act) =>
        Change($"{words} {value} (was {(old.Length == 0 ? "\"\"" : old)})", act);

    /// <summary>Fails when a condition for acting is not met. A plan assumes that the changes before meet it.</summary>
    public void Require(bool isMet, string reason)
    {
        if (!isMet && !MayCome)
        {
            throw new StepFailure(reason);
        }
    }

    /// <summary>
    /// Fails when a condition of the package manager is not met. A plan assumes that a change before the action meets
    /// it, unless that is a package.
    /// </summary>
    public void RequireBefore(bool isMet, string reason)
    {
        if (!isMet && !(Planning && hasEarlierChange))
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
        Require(real is not null, MissingFolder(path));
        return real;
    }

    /// <summary>Why nothing can be made at a path whose folder is missing.</summary>
    public string MissingFolder(string path)
    {
        var above = Machine.Files.ExistingAbove(path);
        return Machine.Files.Find(above) is { Kind: InodeKind.Directory }
            ? $"{path}: the folder {FileSystem.ParentOf(path)} does not exist"
            : $"{path}: {above} is not a directory, so nothing can be made below it";
    }

    /// <summary>Fails when a link at the path leads to nothing.</summary>
    public void RequireLinkTarget(string path) => Require(
        Machine.Files.Find(path, follow: false) is not { Kind: InodeKind.Link } || Machine.Files.Find(path) is not null,
        $"{path} is a link to {Machine.Files.Find(path, follow: false)?.Target}, which does not exist or cannot be "
            + "reached: create that file before, or remove the link");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
