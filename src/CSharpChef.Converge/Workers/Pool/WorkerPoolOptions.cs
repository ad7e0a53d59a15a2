using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>How many workers there are, and what each may do.</summary>
internal sealed record WorkerPoolOptions
{
    /// <summary>How many workers compute at once. Default: one per core.</summary>
    public int Computing { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// How many runs have a worker at once: those that compute, and those whose recipes wait for their node. Default:
    /// 32, of about 60 MB each.
    /// </summary>
    public int Running { get; init; } = 32;

    /// <summary>How long a worker that was started ahead of the next run is kept without one.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a worker whose run has finished is kept for the next run of its command.</summary>
    public TimeSpan Returned { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a worker may take to start.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    public PipeLimits Pipe { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
