using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Api;

public sealed class CallLimiterTests
{
    private static readonly RateLimit Few = new(0.001, 2);

    [Fact]
    public void A_credential_may_make_a_burst_of_calls_and_is_then_refused()
    {
        using var limiter = new CallLimiter(Few);

        limiter.RequireCredential("AKIA1");
        limiter.RequireCredential("AKIA1");

        Assert.Equal(
            "ThrottlingException", Assert.Throws<OperationException>(() => limiter.RequireCredential("AKIA1")).Code);
        limiter.RequireCredential("AKIA2");
    }

    [Fact]
    public async Task A_refused_credential_may_call_again_after_a_while()
    {
        using var limiter = new CallLimiter(new RateLimit(20, 1));
        limiter.RequireCredential("AKIA1");
        Assert.Throws<OperationException>(() => limiter.RequireCredential("AKIA1"));

        await Eventually.TrueAsync(() => Record.Exception(() => limiter.RequireCredential("AKIA1")) is null);
    }
}
