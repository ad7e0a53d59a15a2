namespace CSharpChef.Tests.Converge.Fleet;

/// <summary>A clock that goes on only by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock turn = new();
    private readonly List<Alarm> alarms = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (turn)
        {
            return now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (turn)
        {
            var alarm = new Alarm(this, () => callback(state), now);
            alarm.Change(dueTime, period);
            alarms.Add(alarm);
            return alarm;
        }
    }

    public void Advance(TimeSpan time)
    {
        List<Alarm> due;
        lock (turn)
        {
            now += time;
            due = [.. alarms.Where(alarm => alarm.Due <= now)];
            alarms.RemoveAll(due.Contains);
        }

        due.ForEach(alarm => alarm.Ring());
    }

    private sealed class Alarm(HandClock clock, Action ring, TimeSpan made) : ITimer
    {
        public TimeSpan Due { get; private set; } = made;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.turn)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : clock.now + dueTime;
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.turn)
            {
                clock.alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
