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

    [Fact]
    public void Names_of_the_parts_of_a_command_are_fixed_sort_by_time_and_part_and_none_begins_another()
    {
        var (command, start) = (Guid.Parse("019abcde-0000-7000-8000-000000000001"), new DateTimeOffset(2026, 12, 1, 2, 2, 3, 4, TimeSpan.FromHours(1)));
        string[] names =
        [
            RunName.OfPart(start, command, 1).Text, RunName.OfPart(start, command, 2).Text,
            RunName.OfPart(start, command, 10).Text, RunName.OfPart(start.AddMilliseconds(1), command, 1).Text,
        ];

        Assert.Equal("20261201T010203Z-004-019abcde-0000-7000-8000-000000000001-001", names[0]);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(names, name => Assert.Equal(name, RunName.Parse(name).Text));
        Assert.All(names, name => Assert.Single(names, other => other.StartsWith(name, StringComparison.Ordinal)));
        Assert.Throws<ConvergeException>(() => RunName.OfPart(start, command, 1000));
    }

    [Theory]
    [InlineData("20261124T091500Z-3fa2c1")]
    [InlineData("20261124T091500Z-07b3fa2c1")]
    public void A_name_with_and_without_milliseconds_is_a_run_name(string name) =>
        Assert.Equal(name, RunName.Parse(name).Text);

    [Theory]
    [InlineData("20261124T091500Z-3fa2c")]
    [InlineData("20261124T091500Z-3fa2c1\n")]
    [InlineData("20261124T091500Z-07b-019abcde-0000-7000-8000-000000000001-1")]
    [InlineData("20261124T091500Z-07b-019abcde-0000-7000-8000-000000000001")]
    [InlineData("../20261124T091500Z-3fa2c1")]
    public void A_text_of_another_form_is_refused_with_the_command_that_lists_runs(string name) =>
        Assert.Contains(
            "csharpchef runs TARGET", Assert.Throws<UsageException>(() => RunName.Parse(name)).Message,
            StringComparison.Ordinal);
}
