using CSharpChef.Stacks.Text;

namespace CSharpChef.Tests.Stacks.Text;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData(24 * 60, "24 hours")]
    [InlineData(90, "1 hour and 30 minutes")]
    [InlineData(23 * 60 + 1, "23 hours and 1 minute")]
    [InlineData(59, "59 minutes")]
    public void A_time_is_written_in_hours_and_minutes(int minutes, string text) =>
        Assert.Equal(text, HoursText.Of(TimeSpan.FromMinutes(minutes)));
}
