using System.Text;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

/// <summary>
/// One action at work. A plan only tests: what a real node would find out by acting (a missing folder, an unknown
/// user), it does not find out, since an earlier step of the same plan may provide it.
/// </summary>
internal sealed class StepRun(FakeMachine machine, PlannedAction action, bool planning)
{
    private const int MostOldText = 64 * 1024;

    public FakeMachine Machine { get; } = machine;

    public PlannedAction Action { get; } = action;

    public bool Planning { get; } = planning;

    public List<string> Changes { get; } = [];

    public Dictionary<string, string> OldText { get; } = new(StringComparer.Ordinal);

    public void Change(string text, Action act)
    {
        if (!Planning)
        {
            act();
        }

        Changes.Add(text);
    }

    /// <summary>What acting needs; a plan takes it for granted.</summary>
    public void Need(bool met, string otherwise)
    {
        if (!met && !Planning)
        {
            throw new StepFailure(otherwise);
        }
    }

    public void KeepOld(string path, byte[] content)
    {
        if (!Action.Sensitive && content.Length <= MostOldText && FileContent.FromBytes(content).Text is { } text)
        {
            OldText.TryAdd(path, text);
        }
    }

    /// <summary>Where a path leads; null only in a plan, when its folder is not there yet.</summary>
    public string? Real(string path, bool follow)
    {
        var real = Machine.Files.Resolve(path, follow);
        Need(real is not null, $"{path}: there is no folder {FileSystem.ParentOf(path)}");
        return real;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
