namespace CSharpChef.Benchmarks;

/// <summary>The time and resources that one run of a command used.</summary>
/// <param name="Wall">The time from start to end.</param>
/// <param name="Cpu">The processor time of the process and its children on this machine.</param>
/// <param name="PeakBytes">The peak memory of the process, without its children.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Cpu, long PeakBytes);
