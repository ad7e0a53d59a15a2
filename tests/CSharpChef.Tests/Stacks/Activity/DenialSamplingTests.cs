using CSharpChef.Stacks.Activity;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Activity;

public sealed class DenialSamplingTests
{
    private static readonly DeniedCall Call = new("ann", "DeleteStack", "s1", "It needs the level manage.");

    private readonly FakeClock clock = new();

    [Fact]
    public void Of_denied_calls_of_one_kind_one_a_minute_is_selected_and_says_how_many_were_left_out()
    {
        var sampling = new DenialSampling(clock);

        var first = Enumerable.Range(0, 4).Select(_ => sampling.OutcomeOf(Call)).ToList();
        clock.Advance(DenialSampling.Period);
        var second = sampling.OutcomeOf(Call);
        Assert.Null(sampling.OutcomeOf(Call));
        clock.Advance(DenialSampling.Period);
        var third = sampling.OutcomeOf(Call);
        clock.Advance(DenialSampling.Period);

        Assert.Equal([Call.Reason, null, null, null], first);
        Assert.Equal($"{Call.Reason} 3 more calls like this one since 2026-11-24T12:00:00.000Z have no entry.", second);
        Assert.Equal($"{Call.Reason} 1 more call like this one since 2026-11-24T12:01:00.000Z has no entry.", third);
        Assert.Equal(Call.Reason, sampling.OutcomeOf(Call));
    }

    [Fact]
    public void Denied_calls_of_another_user_operation_stack_or_reason_are_selected()
    {
        var sampling = new DenialSampling(clock);
        sampling.OutcomeOf(Call);

        DeniedCall[] others =
        [
            Call with { UserArn = "bob" }, Call with { Operation = "StopStack" }, Call with { StackId = "s2" },
            Call with { StackId = null }, Call with { Reason = "It needs the role admin." },
        ];

        Assert.All(others, other => Assert.Equal(other.Reason, sampling.OutcomeOf(other)));
        Assert.Null(sampling.OutcomeOf(Call));
    }

    [Fact]
    public void The_oldest_kinds_of_denied_calls_are_forgotten_when_there_are_too_many()
    {
        var sampling = new DenialSampling(clock, mostKinds: 20);

        for (var n = 0; n < 21; n++)
        {
            sampling.OutcomeOf(Call with { StackId = $"s{n}" });
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(sampling.OutcomeOf(Call with { StackId = "s20" }));
        Assert.NotNull(sampling.OutcomeOf(Call with { StackId = "s0" }));
    }
}
