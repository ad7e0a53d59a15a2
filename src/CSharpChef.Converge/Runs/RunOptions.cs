namespace CSharpChef.Converge.Runs;

/// <summary>How one program runs on a host, and how long to stay with it.</summary>
internal record RunOptions
{
    /// <summary>How long to try to reconnect to a run whose connection was lost.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Waits for another run on the host to end instead of failing.</summary>
    public bool Wait { get; init; }

    /// <summary>
    /// Who started the run, and from where: shown to the next user who finds the host busy. No quotes and no line ends.
    /// </summary>
    public string Who { get; init; } = "somebody";

    /// <summary>Stops the run after its current step.</summary>
    public CancellationToken Cancel { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
