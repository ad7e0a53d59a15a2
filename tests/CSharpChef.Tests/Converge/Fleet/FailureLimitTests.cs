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
    public void The_failure_limit_is_passed_by_more_failures_than_the_number_or_share_allows(
        string most, int failed, int hosts, bool passed) =>
        Assert.Equal(passed, new FailureLimit(HostCount.Parse("--max-failures", most)).IsPassed(failed, hosts));

    [Fact]
    public void Without_a_failure_limit_all_hosts_may_fail() =>
        Assert.False(new FailureLimit(null).IsPassed(1000, 1000));

    [Fact]
    public void In_batches_the_default_failure_limit_is_zero()
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
    public void The_reason_of_a_stop_names_the_batch_and_the_failures(
        int number, int batches, int ended, string reason) =>
        Assert.Equal(reason, new FailureLimit(HostCount.Zero).Reason(3, ended, new Batch(number, batches, 0, 10)));
}
