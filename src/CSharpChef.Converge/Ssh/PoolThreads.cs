namespace CSharpChef.Converge.Ssh;

/// <summary>
/// Ensures a minimum of threads in the process's pool. SSH.NET blocks pool threads while it connects, and above its
/// minimum the pool grows by only one or two threads a second.
/// </summary>
internal static class PoolThreads
{
    private const int Minimum = 128;

    public static void EnsureMinimum()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        if (workers < Minimum || completions < Minimum)
        {
            ThreadPool.SetMinThreads(Math.Max(workers, Minimum), Math.Max(completions, Minimum));
        }
    }
}
