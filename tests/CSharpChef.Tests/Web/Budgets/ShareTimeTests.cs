using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Budgets;

public sealed class ShareTimeTests
{
    private static readonly ShareTime Time =
        new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), Wait: TimeSpan.FromSeconds(3));

    [Theory]
    [InlineData(1, 2000)]
    [InlineData(150, 2000)]
    [InlineData(300, 1000)]
    [InlineData(1500, 200)]
    [InlineData(9000, 100)]
    public void A_share_lasts_as_long_as_the_others_can_wait_within_the_least_and_the_longest_time(
        long waiting, int milliseconds) =>
        Assert.Equal(milliseconds, Time.For(waiting, limit: 100).TotalMilliseconds);
}
