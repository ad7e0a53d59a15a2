using CSharpChef.TestSupport;
using CSharpChef.Web.Api;

namespace CSharpChef.Tests.Web.Api;

public sealed class LineSamplingTests
{
    private readonly FakeClock clock = new();
    private readonly List<long> reports = [];

    [Fact]
    public void Lines_above_the_number_of_a_second_are_counted_and_their_number_is_reported()
    {
        using var sampling = new LineSampling(2, reports.Add, clock);

        var taken = Enumerable.Range(0, 5).Select(_ => sampling.Takes()).ToList();
        clock.Advance(LineSampling.ReportPeriod);

        Assert.Equal([true, true, false, false, false], taken);
        Assert.Equal([3], reports);
        Assert.True(sampling.Takes());
        clock.Advance(LineSampling.ReportPeriod);
        Assert.Equal([3], reports);
    }

    [Fact]
    public void The_number_of_lines_left_out_is_reported_at_the_end()
    {
        var sampling = new LineSampling(1, reports.Add, clock);
        sampling.Takes();
        sampling.Takes();

        sampling.Dispose();

        Assert.Equal([1], reports);
    }
}
