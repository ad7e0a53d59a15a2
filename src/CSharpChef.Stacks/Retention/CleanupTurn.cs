namespace CSharpChef.Stacks.Retention;

/// <summary>
/// Decides whether a cleanup may run. A clock that jumped far ahead would make it delete all records as expired, so
/// after a long time without a cleanup it first waits for a day in which the server runs and somebody may notice.
/// </summary>
internal sealed class CleanupTurn(TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);
    private static readonly TimeSpan Caution = TimeSpan.FromHours(24);

    private long? waitingSince;

    /// <param name="last">When the last cleanup ended; null when none is known.</param>
    /// <returns>How long the cleanup still waits; null when it may run.</returns>
    public TimeSpan? Wait(DateTimeOffset? last)
    {
        if (last is null || clock.GetUtcNow() - last <= LongestPause)
        {
            waitingSince = null;
            return null;
        }

        waitingSince ??= clock.GetTimestamp();
        var left = Caution - clock.GetElapsedTime(waitingSince.Value);
        return left > TimeSpan.Zero ? left : null;
    }
}
