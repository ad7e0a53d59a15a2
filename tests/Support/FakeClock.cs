namespace CSharpChef.TestSupport;

/// <summary>A clock whose time moves only when a test advances it, with timers that fire at their due times.</summary>
/// <param name="start">The time at which the clock starts. Default: noon of 24 November 2026.</param>
internal sealed class FakeClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private readonly List<(TimeSpan DueTime, TaskCompletionSource Started)> expected = [];
    private DateTimeOffset now = start ?? new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>True to advance to the due time of each timer at once, so that no wait takes real time.</summary>
    public bool SkipsWaits { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes when a timer is running that was started with this due time.</summary>
    public Task WaitForTimerAsync(TimeSpan dueTime)
    {
        lock (gate)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (timers.Any(timer => timer.DueTime == dueTime))
            {
                started.SetResult();
            }
            else
            {
                expected.Add((dueTime, started));
            }

            return started.Task;
        }
    }

    /// <summary>
    /// Moves the time, and fires each timer on the way at its due time, once for every period that passes.
    /// </summary>
    public void Advance(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (NextDue(end) is { } timer)
        {
            timer.Fire();
        }
    }

    private FakeTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            now = LaterOf(now, next?.Due ?? end);
            if (next is { Period: { } period })
            {
                next.Due += period;
            }
            else if (next is not null)
            {
                timers.Remove(next);
            }

            return next;
        }
    }

    private void Start(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = now + dueTime;
            timer.DueTime = dueTime;
            timer.Period = period > TimeSpan.Zero ? period : null;
            timers.Add(timer);
            Announce(dueTime);
        }

        if (SkipsWaits)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }
    }

    private void Stop(FakeTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private void Announce(TimeSpan dueTime)
    {
        foreach (var expectation in expected.Where(expectation => expectation.DueTime == dueTime).ToList())
        {
            expected.Remove(expectation);
            expectation.Started.SetResult();
        }
    }

    private static DateTimeOffset LaterOf(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class FakeTimer(FakeClock clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan DueTime { get; set; }

        public TimeSpan? Period { get; set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Start(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
