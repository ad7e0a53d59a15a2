namespace CSharpChef.Benchmarks;

/// <summary>What one run of a command took.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Cpu">Of its process and those it waited for, on this machine.</param>
/// <param name="PeakBytes">The most memory its first process held.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Cpu, long PeakBytes);
