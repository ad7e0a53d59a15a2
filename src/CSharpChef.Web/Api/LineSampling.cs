namespace CSharpChef.Web.Api;

/// <summary>
/// Limits how many lines of one kind the log gets, and counts those that it leaves out: the number is reported some
/// seconds after the first of them.
/// </summary>
/// <param name="perSecond">The lines of each second.</param>
/// <param name="report">Writes the number of lines left out.</param>
/// <param name="time">The clock.</param>
internal sealed class LineSampling(int perSecond, Action<long> report, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan ReportPeriod = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private ITimer? timer;
    private long second;
    private int taken;
    private long leftOut;

    /// <summary>True when the line is to be written; a line that is not is counted.</summary>
    public bool Takes()
    {
        lock (gate)
        {
            StartSecond();
            if (taken < perSecond)
            {
                taken++;
                return true;
            }

            leftOut++;
            timer ??= time.CreateTimer(_ => Report(), null, ReportPeriod, Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    public void Dispose() => Report();

    private void StartSecond()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        (second, taken) = (now, now == second ? taken : 0);
    }

    private void Report()
    {
        long count;
        lock (gate)
        {
            timer?.Dispose();
            (count, leftOut, timer) = (leftOut, 0, null);
        }

        if (count > 0)
        {
            report(count);
        }
    }
}
