using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge;

/// <summary>The options for connections to the hosts of a run, and for the user as whom it acts there.</summary>
internal sealed record SessionOptions(SshOptions Ssh, FactsCache Facts) : RunOptions
{
    public SudoUse Sudo { get; init; }

    public string? SudoPassword { get; init; }

    /// <summary>Names and stores the programs that a run sends; null where nobody follows them later.</summary>
    public ProgramHooks? Programs { get; init; }

    // A password must not reach a log through the text of this record.
    public override string ToString() => nameof(SessionOptions);
}
