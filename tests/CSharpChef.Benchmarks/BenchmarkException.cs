namespace CSharpChef.Benchmarks;

/// <summary>Something to be measured did not work, so that its time means nothing.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
