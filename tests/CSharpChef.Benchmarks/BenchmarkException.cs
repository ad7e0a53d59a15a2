namespace CSharpChef.Benchmarks;

/// <summary>A measured command failed, so its time is meaningless.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
