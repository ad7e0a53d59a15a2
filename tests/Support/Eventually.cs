using System.Runtime.CompilerServices;

namespace CSharpChef.TestSupport;

/// <summary>
/// Waits for conditions that other threads or processes make true, and fails with the condition's text.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task TrueAsync(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), text);

    public static async Task TrueAsync(
        Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Period);
        while (!await condition())
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(start) < Limit,
                $"not true within {Limit.TotalSeconds} seconds: {text}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
