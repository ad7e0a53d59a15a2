using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Runs;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Runs;

public sealed class RunNameTests
{
    [Fact]
    public void Names_of_runs_in_the_same_second_sort_by_time()
    {
        var clock = new FakeClock();
        var names = Enumerable.Range(0, 20).Select(_ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(37));
            return RunName.New(clock).Text;
        }).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Theory]
    [InlineData("20261124T091500Z-3fa2c1")]
    [InlineData("20261124T091500Z-07b3fa2c1")]
    public void A_name_with_and_without_milliseconds_is_a_run_name(string name) =>
        Assert.Equal(name, RunName.Parse(name).Text);

    [Theory]
    [InlineData("20261124T091500Z-3fa2c")]
    [InlineData("20261124T091500Z-3fa2c1\n")]
    [InlineData("../20261124T091500Z-3fa2c1")]
    public void A_text_of_another_form_is_refused_with_the_command_that_lists_runs(string name) =>
        Assert.Contains(
            "csharpchef runs TARGET", Assert.Throws<UsageException>(() => RunName.Parse(name)).Message,
            StringComparison.Ordinal);
}
