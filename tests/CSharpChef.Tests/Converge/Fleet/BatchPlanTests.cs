using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;

namespace CSharpChef.Tests.Converge.Fleet;

public sealed class BatchPlanTests
{
    [Theory]
    [InlineData(10, "1", "1 1 1 1 1 1 1 1 1 1")]
    [InlineData(10, "4", "4 4 2")]
    [InlineData(100, "10%", "10 10 10 10 10 10 10 10 10 10")]
    [InlineData(7, "10%", "1 1 1 1 1 1 1")]
    [InlineData(7, "50%", "4 3")]
    [InlineData(3, "100%", "3")]
    [InlineData(3, "500", "3")]
    [InlineData(0, "5", "")]
    public void Hosts_are_divided_into_batches_of_the_given_size_or_share(int hosts, string size, string batches) =>
        Assert.Equal(
            batches,
            string.Join(' ', BatchPlan.Of(hosts, HostCount.Parse("--batch", size)).Select(batch => batch.Count)));

    [Fact]
    public void Each_batch_begins_where_the_previous_one_ends()
    {
        var batches = BatchPlan.Of(25, new HostCount(10, IsShare: false));

        Assert.Equal([0, 10, 20], batches.Select(batch => batch.First));
        Assert.Equal([10, 20, 25], batches.Select(batch => batch.HostsSoFar));
        Assert.All(batches, batch => Assert.Equal(3, batch.Batches));
    }

    [Fact]
    public void Without_a_batch_size_all_hosts_are_one_batch() =>
        Assert.Equal(new Batch(1, 1, 0, 500), Assert.Single(BatchPlan.Of(500, null)));

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("some")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("101%")]
    [InlineData("10 %")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public void A_text_that_is_neither_a_number_nor_a_share_is_refused(string text)
    {
        var error = Assert.Throws<UsageException>(() => HostCount.Parse("--batch", text));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains($"--batch {text}: write a number of hosts, like 5", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(0, 2, 1)]
    [InlineData(40, 2, 40)]
    [InlineData(1000, 1, 50)]
    [InlineData(1000, 2, 50)]
    [InlineData(1000, 8, 200)]
    public void The_default_number_of_forks_depends_on_hosts_and_cores(int hosts, int cores, int forks) =>
        Assert.Equal(forks, FleetOptions.DefaultForks(hosts, cores));

    [Fact]
    public void Only_hosts_21_up_to_the_number_of_forks_start_with_a_delay()
    {
        Assert.Equal(TimeSpan.Zero, HostLimiter.StartDelay(20, 50, 0.9));
        Assert.Equal(TimeSpan.FromMilliseconds(10), HostLimiter.StartDelay(21, 50, 0.5));
        Assert.InRange(
            HostLimiter.StartDelay(50, 50, 0.999), TimeSpan.FromMilliseconds(580), TimeSpan.FromMilliseconds(600));
        Assert.Equal(TimeSpan.Zero, HostLimiter.StartDelay(51, 50, 0.9));
    }
}
