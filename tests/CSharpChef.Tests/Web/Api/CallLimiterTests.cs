using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Api;

public sealed class CallLimiterTests
{
    private static readonly RateLimit Few = new(0.001, 2);

    [Fact]
    public void A_user_may_make_a_burst_of_calls_and_is_then_refused()
    {
        using var limiter = new CallLimiter(Few);

        limiter.RequireUser("user1");
        limiter.RequireUser("user1");

        Assert.Equal(
            "ThrottlingException", Assert.Throws<OperationException>(() => limiter.RequireUser("user1")).Code);
        limiter.RequireUser("user2");
    }

    [Fact]
    public async Task A_refused_user_may_call_again_after_a_while()
    {
        using var limiter = new CallLimiter(new RateLimit(20, 1));
        limiter.RequireUser("user1");
        Assert.Throws<OperationException>(() => limiter.RequireUser("user1"));

        await Eventually.TrueAsync(() => Record.Exception(() => limiter.RequireUser("user1")) is null);
    }

    [Theory, WholeSuite]
    [InlineData(1, 1)]
    [InlineData(1_500, 1)]
    [InlineData(20_000_000, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task Each_rate_from_1_on_lets_a_refused_user_call_again(int rate, int burst)
    {
        using var limiter = new CallLimiter(new RateLimit(rate, burst));

        limiter.RequireUser("user1");

        await Eventually.TrueAsync(() => Record.Exception(() => limiter.RequireUser("user1")) is null);
    }
}
