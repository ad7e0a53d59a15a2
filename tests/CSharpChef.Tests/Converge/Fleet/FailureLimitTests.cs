using CSharpChef.Converge.Fleet;

namespace CSharpChef.Tests.Converge.Fleet;

public sealed class FailureLimitTests
{
    [Theory]
    [InlineData("0", 0, 10, false)]
    [InlineData("0", 1, 10, true)]
    [InlineData("3", 3, 10, false)]
    [InlineData("3", 4, 1000, true)]
    [InlineData("10%", 1, 10, false)]
    [InlineData("10%", 2, 10, true)]
    [InlineData("10%", 2, 20, false)]
    [InlineData("10%", 1, 5, true)]
    [InlineData("100%", 10, 10, false)]
    public void So_many_may_fail(string most, int failed, int hosts, bool passed) =>
        Assert.Equal(passed, new FailureLimit(HostCount.Parse("--max-failures", most)).IsPassed(failed, hosts));

    [Fact]
    public void Without_a_limit_all_may_fail() => Assert.False(new FailureLimit(null).IsPassed(1000, 1000));

    [Fact]
    public void In_batches_none_may_unless_it_is_said()
    {
        var batches = new FleetOptions { Batch = new HostCount(5, IsShare: false) };

        Assert.True(batches.Limit.IsPassed(1, 5));
        Assert.False((batches with { MaxFailures = new HostCount(1, IsShare: false) }).Limit.IsPassed(1, 5));
        Assert.False(new FleetOptions().Limit.IsPassed(1, 5));
    }

    [Theory]
    [InlineData(1, 10, 10, "stopped after batch 1 of 10: 3 of 10 hosts failed, more than --max-failures 0")]
    [InlineData(1, 10, 4, "stopped in batch 1 of 10: 3 of 4 hosts failed, more than --max-failures 0")]
    [InlineData(1, 1, 4, "stopped: 3 of 4 hosts failed, more than --max-failures 0")]
    public void The_reason_says_where_and_why(int number, int batches, int ended, string reason) =>
        Assert.Equal(reason, new FailureLimit(HostCount.Zero).Reason(3, ended, new Batch(number, batches, 0, 10)));
}
