using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.Web.Api;

namespace CSharpChef.Tests.Web.Api;

public sealed class CallLimiterTests
{
    private static readonly RateLimit Plenty = new(1000, 1000);
    private static readonly RateLimit Few = new(0.001, 2);

    [Fact]
    public void A_user_may_make_a_burst_of_calls_and_is_then_refused()
    {
        using var limiter = new CallLimiter(Few, Plenty);

        limiter.RequireUser("user1");
        limiter.RequireUser("user1");

        Assert.Equal(
            "ThrottlingException", Assert.Throws<OperationException>(() => limiter.RequireUser("user1")).Code);
        limiter.RequireUser("user2");
    }

    [Theory]
    [InlineData("198.51.100.1", "198.51.100.1", true)]
    [InlineData("198.51.100.1", "198.51.100.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void An_address_with_too_many_failures_is_refused_with_its_IPv6_network(
        string failed, string other, bool refused)
    {
        using var limiter = new CallLimiter(Plenty, Few);
        limiter.RequireAddress(failed);
        limiter.CountFailure(failed);
        limiter.RequireAddress(failed);
        limiter.CountFailure(failed);

        Assert.Equal(
            refused,
            Record.Exception(
                () => limiter.RequireAddress(other)) is OperationException { Code: "ThrottlingException" });
    }

    [Fact]
    public async Task A_refused_user_may_call_again_after_a_while()
    {
        using var limiter = new CallLimiter(new RateLimit(20, 1), Plenty);
        limiter.RequireUser("user1");
        Assert.Throws<OperationException>(() => limiter.RequireUser("user1"));

        await Eventually.TrueAsync(() => Record.Exception(() => limiter.RequireUser("user1")) is null);
    }
}
