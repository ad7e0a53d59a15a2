using System.Runtime.CompilerServices;

namespace CSharpChef.TestSupport;

/// <summary>
/// Waits for conditions that other threads or processes make true, and fails with the condition's text.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="condition">The condition.</param>
    /// <param name="period">The time between two checks of the condition. Default: a short time.</param>
    /// <param name="text">The text of the condition.</param>
    public static Task TrueAsync(
        Func<bool> condition, TimeSpan? period = null,
        [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), period, text);

    /// <param name="condition">The condition.</param>
    /// <param name="period">The time between two checks of the condition. Default: a short time.</param>
    /// <param name="text">The text of the condition.</param>
    public static async Task TrueAsync(
        Func<Task<bool>> condition, TimeSpan? period = null,
        [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(period ?? DefaultPeriod);
        while (!await condition())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(start) < Limit,
                $"not true within {Limit.TotalSeconds} seconds: {text}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
