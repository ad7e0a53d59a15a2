using CSharpChef.Stacks.Deployments;

namespace CSharpChef.Stacks.Fleet;

/// <summary>How a command ended on the machine of an instance.</summary>
/// <param name="Status">The status of the command.</param>
/// <param name="Ending">How it ended, as a sentence.</param>
internal sealed record CommandResult(CommandStatus Status, string Ending)
{
    /// <summary>0 for success; null when no program ran.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What recipes have published; stored when the command was successful.</summary>
    public IReadOnlyDictionary<string, string> Published { get; init; } = new Dictionary<string, string>();
}
