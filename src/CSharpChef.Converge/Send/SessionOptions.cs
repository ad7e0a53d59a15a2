using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Send;

internal enum SudoUse
{
    /// <summary>On other machines, where the login user is not root.</summary>
    WhereNeeded,

    Always,

    Never,
}

/// <summary>How a run reaches machines, and as whom it acts there.</summary>
internal sealed record SessionOptions(SshOptions Ssh, FactsCache Facts)
{
    public SudoUse Sudo { get; init; }

    public string? SudoPassword { get; init; }

    /// <summary>How long to try to come back to a run whose link broke.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits for another run to end instead of failing.</summary>
    public bool Wait { get; init; }

    /// <summary>
    /// Who begins the run, from where: for whoever finds the machine taken. No quotes and no line ends.
    /// </summary>
    public string Who { get; init; } = "somebody";

    /// <summary>Ends runs after their current step.</summary>
    public CancellationToken Cancel { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    // A password must not get into a log by way of a record's text.
    public override string ToString() => nameof(SessionOptions);
}
