namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>What a worker may write during one run. More ends the run.</summary>
internal sealed record PipeLimits
{
    /// <summary>The longest line in bytes that the server sends to it.</summary>
    public int Sent { get; init; } = 32 << 20;

    /// <summary>The longest line in bytes.</summary>
    public int Line { get; init; } = 8 << 20;

    /// <summary>The number of lines.</summary>
    public int Lines { get; init; } = 200_000;

    /// <summary>The bytes of all lines.</summary>
    public long Total { get; init; } = 64L << 20;
}
