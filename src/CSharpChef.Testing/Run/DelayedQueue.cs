namespace CSharpChef.Testing;

/// <summary>
/// Actions for the end of the run: each once for all notifications that arrive while it waits, and at most twice.
/// </summary>
internal sealed class DelayedQueue
{
    private const int MostRuns = 2;

    private readonly List<int> waiting = [];
    private readonly Dictionary<int, int> runs = [];

    public IReadOnlyList<int> Waiting => waiting;

    public void Add(int number)
    {
        if (!waiting.Contains(number) && runs.GetValueOrDefault(number) < MostRuns)
        {
            waiting.Add(number);
        }
    }

    public void Remove(int number) => waiting.Remove(number);

    public int? Next()
    {
        if (waiting.Count == 0)
        {
            return null;
        }

        var number = waiting[0];
        waiting.RemoveAt(0);
        runs[number] = runs.GetValueOrDefault(number) + 1;
        return number;
    }
}
