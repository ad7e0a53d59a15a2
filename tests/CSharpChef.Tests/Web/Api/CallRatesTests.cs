using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Api;

namespace CSharpChef.Tests.Web.Api;

public sealed class CallRatesTests
{
    private static readonly Rate Plenty = new(1000, 1000);
    private static readonly Rate Few = new(0.001, 2);

    [Fact]
    public void A_credential_has_its_burst_and_no_more()
    {
        using var rates = new CallRates(Few, Plenty);

        rates.CheckCall("AKIA1");
        rates.CheckCall("AKIA1");

        Assert.Equal("ThrottlingException", Assert.Throws<OperationException>(() => rates.CheckCall("AKIA1")).Code);
        rates.CheckCall("AKIA2");
    }

    [Theory]
    [InlineData("198.51.100.1", "198.51.100.1", true)]
    [InlineData("198.51.100.1", "198.51.100.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void An_address_that_failed_too_often_waits_and_so_do_its_neighbours_of_one_host(
        string failed, string other, bool waits)
    {
        using var rates = new CallRates(Plenty, Few);
        rates.CheckAddress(failed);
        rates.CountFailure(failed);
        rates.CheckAddress(failed);
        rates.CountFailure(failed);

        Assert.Equal(
            waits,
            Record.Exception(() => rates.CheckAddress(other)) is OperationException { Code: "ThrottlingException" });
    }

    [Fact]
    public async Task Patience_is_rewarded()
    {
        using var rates = new CallRates(new Rate(20, 1), Plenty);
        rates.CheckCall("AKIA1");

        await Task.Delay(300, TestContext.Current.CancellationToken);

        rates.CheckCall("AKIA1");
    }
}
