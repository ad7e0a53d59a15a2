using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Sudo;

namespace CSharpChef.Converge;

/// <summary>Options for the connections of a run, and the user as which it acts on its hosts.</summary>
internal sealed record SessionOptions(SshOptions Ssh, FactsCache Facts) : RunOptions
{
    public SudoUse Sudo { get; init; }

    public string? SudoPassword { get; init; }

    // A password must not reach a log through the text of this record.
    public override string ToString() => nameof(SessionOptions);
}
