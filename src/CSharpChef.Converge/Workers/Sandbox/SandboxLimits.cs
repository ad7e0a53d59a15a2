namespace CSharpChef.Converge.Workers.Sandbox;

/// <summary>What a worker may use.</summary>
internal sealed record SandboxLimits
{
    /// <summary>The memory of a process in bytes, without its code and shared memory.</summary>
    public long Data { get; init; } = 640L << 20;

    /// <summary>
    /// All addresses of a process in bytes, which bounds its shared memory: .NET reserves about 4 GB, most of which it
    /// never uses.
    /// </summary>
    public long AddressSpace { get; init; } = 5L << 30;

    /// <summary>The managed heap in bytes. A recipe that needs more gets an exception at its line.</summary>
    public long Heap { get; init; } = 256L << 20;

    /// <summary>Processes and threads.</summary>
    public int Processes { get; init; } = 64;

    /// <summary>The largest file in bytes.</summary>
    public long FileSize { get; init; } = 16L << 20;

    /// <summary>Open files of a process.</summary>
    public int OpenFiles { get; init; } = 256;

    /// <summary>The folder for temporary files in bytes.</summary>
    public long Temporary { get; init; } = 32L << 20;

    /// <summary>Seconds of a processor that a process may use.</summary>
    public int ProcessorSeconds { get; init; } = 300;

    /// <summary>The limits of a worker that compiles: the compiler needs more memory.</summary>
    public static SandboxLimits OfCompiler { get; } = new()
    {
        Data = 2L << 30,
        AddressSpace = 16L << 30,
        Heap = 1L << 30,
        FileSize = 64L << 20,
    };
}
