using CSharpChef.Stacks.Instances.Life;

namespace CSharpChef.Tests.Stacks.Instances.Life;

public sealed class ProbeHistoryTests
{
    private static readonly ProbeHistory Begun = ProbeHistory.Begin(TimeSpan.Zero, Seconds(20));

    [Fact]
    public void The_first_probe_is_due_after_the_time_that_spreads_the_probes() =>
        Assert.Equal(Seconds(20), Begun.Due);

    [Fact]
    public void A_machine_that_answers_is_probed_each_minute()
    {
        Assert.Equal(Seconds(80), Begun.Answered(Seconds(20)).Due);
        Assert.Equal(Seconds(140), Begun.Answered(Seconds(20)).Answered(Seconds(80)).Due);
    }

    [Fact]
    public void A_machine_that_does_not_answer_is_lost_five_minutes_after_its_last_answer()
    {
        var history = Silent(Begun.Answered(Seconds(20)), from: 80, to: 310);
        Assert.False(history.IsLost(Seconds(310)));

        Assert.True(history.Failed(Seconds(320)).IsLost(Seconds(320)));
    }

    [Fact]
    public void A_machine_that_never_answered_is_lost_five_minutes_after_the_first_failure()
    {
        var history = Silent(Begun, from: 20, to: 310);
        Assert.False(history.IsLost(Seconds(310)));

        Assert.True(history.Failed(Seconds(320)).IsLost(Seconds(320)));
    }

    [Fact]
    public void A_server_that_slept_for_an_hour_needs_five_failures_of_its_own()
    {
        var history = Begun.Answered(Seconds(20)).Failed(Seconds(3600));
        Assert.False(history.IsLost(Seconds(3600)));

        Assert.True(Silent(history, from: 3610, to: 3640).IsLost(Seconds(3640)));
    }

    [Fact]
    public void A_machine_that_was_lost_is_back_after_its_second_answer_in_a_row()
    {
        var once = Silent(Begun, from: 20, to: 320).Answered(Seconds(380));
        Assert.Equal((false, Seconds(390)), (once.IsBack, once.Due));

        Assert.True(once.Answered(Seconds(390)).IsBack);
        Assert.False(once.Failed(Seconds(390)).Answered(Seconds(400)).IsBack);
    }

    private static ProbeHistory Silent(ProbeHistory history, int from, int to)
    {
        for (var second = from; second <= to; second += 10)
        {
            history = history.Failed(Seconds(second));
        }

        return history;
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
