namespace CSharpChef.Stacks.Providers.Local.Host;

/// <summary>Waits for a condition that sends no event, by testing it again and again.</summary>
internal sealed class Poll(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>True when the condition became true within the limit.</returns>
    public async Task<bool> UntilAsync(Func<Task<bool>> condition, TimeSpan limit, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        while (!await condition())
        {
            if (clock.GetElapsedTime(start) > limit)
            {
                return false;
            }

            await Task.Delay(Pause, clock, ct);
        }

        return true;
    }

    public Task<bool> UntilAsync(Func<bool> condition, TimeSpan limit, CancellationToken ct) =>
        UntilAsync(() => Task.FromResult(condition()), limit, ct);
}
