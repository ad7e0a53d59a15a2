namespace CSharpChef.Converge.Runs;

/// <summary>Options for the run of one program on a host.</summary>
internal record RunOptions
{
    /// <summary>The time limit for reconnecting to a run whose connection was lost.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits for another run on the host to end instead of failing.</summary>
    public bool Wait { get; init; }

    /// <summary>
    /// The user and machine that started the run, shown to another user who finds the host busy. Without quotes and
    /// line ends.
    /// </summary>
    public string Who { get; init; } = "somebody";

    /// <summary>Stops the run after its current step.</summary>
    public CancellationToken Cancel { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
