namespace CSharpChef.Stacks.Providers.Local;

/// <summary>Asks until it is so. What happens in the kernel or in a machine tells nobody of its own accord.</summary>
internal sealed class Poll(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>Whether it became so within the limit.</returns>
    public async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan limit, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        while (!await isSo())
        {
            if (clock.GetElapsedTime(start) > limit)
            {
                return false;
            }

            await Task.Delay(Pause, clock, ct);
        }

        return true;
    }

    public Task<bool> UntilAsync(Func<bool> isSo, TimeSpan limit, CancellationToken ct) =>
        UntilAsync(() => Task.FromResult(isSo()), limit, ct);
}
