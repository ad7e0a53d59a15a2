namespace CSharpChef.Stacks.Deployments;

/// <summary>The newest program of a command that a server sent to the machine.</summary>
/// <param name="Number">Its number in the attempt, from 1 on.</param>
/// <param name="Run">The name of its run, under which the machine keeps its journal.</param>
/// <param name="IsLast">Whether the command ends with it.</param>
internal sealed record CommandPart(int Number, string Run, bool IsLast)
{
    /// <summary>What the recipes publish when the last part succeeds; null for nothing.</summary>
    public IReadOnlyDictionary<string, string>? Published { get; init; }
}
