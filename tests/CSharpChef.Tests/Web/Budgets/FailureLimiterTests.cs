using CSharpChef.TestSupport;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class FailureLimiterTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("198.51.100.1", "198.51.100.1", true)]
    [InlineData("198.51.100.1", "198.51.100.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public async Task The_failures_of_an_address_count_for_its_IPv6_network(string failed, string other, bool refused)
    {
        using var limiter = new FailureLimiter(
            new RateLimit(0.001, 2), Delay, new FakeClock { SkipsWaits = true });

        Assert.False(await limiter.CountAsync(failed, Cancel));
        Assert.False(await limiter.CountAsync(failed, Cancel));

        Assert.Equal(refused, await limiter.CountAsync(other, Cancel));
    }

    [Fact]
    public async Task A_failure_above_the_limit_is_answered_after_the_delay()
    {
        var clock = new FakeClock();
        using var limiter = new FailureLimiter(new RateLimit(0.001, 1), Delay, clock);
        await limiter.CountAsync("198.51.100.1", Cancel);

        var second = limiter.CountAsync("198.51.100.1", Cancel);

        Assert.False(second.IsCompleted);
        clock.Advance(Delay);
        Assert.True(await second);
    }
}
