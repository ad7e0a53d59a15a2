using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Tests.Stacks.Stacks;

public sealed class PauseEndTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T12:00:00Z", null)]
    [InlineData("2026-11-24T13:00:00+01:00", null)]
    [InlineData(null, "2h")]
    [InlineData("", "120m")]
    public void A_pause_ends_at_a_time_or_after_a_length(string? until, string? length) =>
        Assert.Equal(now.AddHours(2), PauseEnd.Read(until, length, now));

    [Fact]
    public void A_pause_without_a_time_and_a_length_has_no_end() => Assert.Null(PauseEnd.Read(null, null, now));

    [Theory]
    [InlineData("2026-11-24T12:00:00", null, "with its zone")]
    [InlineData("tomorrow", null, "with its zone")]
    [InlineData("2026-11-24T09:00:00Z", null, "in the future")]
    [InlineData(null, "9000d", "within a year")]
    [InlineData(null, "2", "a number with m, h or d")]
    [InlineData("2026-11-24T12:00:00Z", "2h", "cannot be given with Until")]
    public void An_end_that_cannot_be_read_is_refused_with_the_reason(string? until, string? length, string reason)
    {
        var error = Assert.Throws<OperationException>(() => PauseEnd.Read(until, length, now));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
