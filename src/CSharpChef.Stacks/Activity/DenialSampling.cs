using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Activity;

/// <summary>
/// Selects the denied calls that get an entry in the activity log: of each kind one a minute, whose outcome says how
/// many were left out before it. So a user without a right fills neither the disk nor the pages of the log.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="mostKinds">The number of kinds of calls in memory; above it, the oldest are forgotten.</param>
internal sealed class DenialSampling(TimeProvider time, int mostKinds = 10_000)
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<DeniedCall, WrittenDenial> written = [];

    /// <returns>The outcome of the call's entry; null when the call gets no entry.</returns>
    public string? OutcomeOf(DeniedCall call)
    {
        lock (gate)
        {
            var last = written.GetValueOrDefault(call);
            if (last is not null && time.GetElapsedTime(last.Timestamp) < Period)
            {
                last.LeftOut++;
                return null;
            }

            ForgetOldest();
            written[call] = new(time.GetTimestamp(), time.GetUtcNow());
            return last is { LeftOut: > 0 } ? $"{call.Reason} {Sentence(last)}" : call.Reason;
        }
    }

    private void ForgetOldest()
    {
        if (written.Count >= mostKinds)
        {
            var oldest = written.OrderBy(entry => entry.Value.Timestamp).Take(1 + (mostKinds / 10));
            foreach (var (call, _) in oldest.ToList())
            {
                written.Remove(call);
            }
        }
    }

    private static string Sentence(WrittenDenial last)
    {
        var (calls, have) = last.LeftOut == 1 ? ("call", "has") : ("calls", "have");
        return $"{last.LeftOut} more {calls} like this one since {TimeConverter.StoreText(last.At)} {have} no entry.";
    }

    private sealed class WrittenDenial(long timestamp, DateTimeOffset at)
    {
        public long Timestamp => timestamp;

        public DateTimeOffset At => at;

        /// <summary>The calls since then that got no entry.</summary>
        public long LeftOut { get; set; }
    }
}
