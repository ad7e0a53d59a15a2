using CSharpChef.Dependencies.Git;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>How large the cookbooks of a stack may be, and how long a fetch may last.</summary>
internal sealed record SourceLimits
{
    /// <summary>The bytes of all files, and of what is received for them. 256 MB by default.</summary>
    public long Bytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The number of files and folders. 20,000 by default.</summary>
    public int Files { get; init; } = 20_000;

    /// <summary>The number of names in a path. 32 by default.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>The time for a whole fetch. Ten minutes by default.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The time in which a server must send something. A minute by default.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Counts the files of one fetch.</summary>
    public TreeLimits Tree() => new() { MostBytes = Bytes, MostFiles = Files, MostDepth = Depth };
}
