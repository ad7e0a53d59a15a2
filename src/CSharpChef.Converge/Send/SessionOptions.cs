namespace CSharpChef.Converge;

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

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    // A password must not get into a log by way of a record's text.
    public override string ToString() => nameof(SessionOptions);
}
