using CSharpChef.Stacks;
using CSharpChef.Web;

namespace CSharpChef.Tests;

public sealed class RepeatGuardTests
{
    private static readonly RepeatKey Key = new("AKIA1", "i-1", "OpsWorks_20130218.CreateStack", "00");
    private readonly HandClock clock = new();
    private int made;

    [Fact]
    public async Task The_second_of_two_gets_the_first_ones_answer_for_five_minutes()
    {
        var guard = new RepeatGuard(clock);
        var first = await guard.OnceAsync(Key, Make);

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Same(first, await guard.OnceAsync(Key, Make));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, await guard.OnceAsync(Key, Make));
    }

    [Fact]
    public async Task Any_difference_makes_it_another_call()
    {
        var guard = new RepeatGuard(clock);
        RepeatKey[] keys = [Key, Key with { Credential = "AKIA2" }, Key with { Invocation = "i-2" }, Key with { Target = "X.CreateApp" }, Key with { BodyHash = "01" }];

        foreach (var key in keys)
        {
            await guard.OnceAsync(key, Make);
        }

        Assert.Equal(keys.Length, made);
    }

    [Fact]
    public async Task A_second_that_comes_while_the_first_runs_waits_for_it()
    {
        var guard = new RepeatGuard(clock);
        var end = new TaskCompletionSource<ApiAnswer>();
        var first = guard.OnceAsync(Key, () => end.Task);
        var second = guard.OnceAsync(Key, Make);

        clock.Advance(TimeSpan.FromMinutes(6));
        var third = guard.OnceAsync(Key, Make);
        Assert.False(second.IsCompleted || third.IsCompleted);
        end.SetResult(ApiAnswer.Output([1]));

        Assert.Same(await first, await second);
        Assert.Same(await first, await third);
        Assert.Equal(0, made);
    }

    [Fact]
    public async Task A_failed_first_is_not_kept()
    {
        var guard = new RepeatGuard(clock);

        var failed = await guard.OnceAsync(Key, () => Task.FromResult(ApiAnswer.Error("ThrottlingException", "Rate exceeded")));
        var again = await guard.OnceAsync(Key, Make);

        Assert.Equal(("ThrottlingException", null), (failed.Code, again.Code));
        Assert.Same(again, await guard.OnceAsync(Key, Make));
    }

    [Fact]
    public async Task It_keeps_no_more_than_it_may()
    {
        var guard = new RepeatGuard(clock, most: 2);
        await guard.OnceAsync(Key, Make);
        await guard.OnceAsync(Key with { Invocation = "i-2" }, Make);
        await guard.OnceAsync(Key with { Invocation = "i-3" }, Make);

        await guard.OnceAsync(Key with { Invocation = "i-3" }, Make);
        Assert.Equal(3, made);
        await guard.OnceAsync(Key, Make);
        Assert.Equal(4, made);
    }

    [Theory]
    [InlineData("OpsWorks_20130218.DescribeStacks", "i-1", false)]
    [InlineData("OpsWorks_20130218.GetHostnameSuggestion", "i-1", false)]
    [InlineData("OpsWorks_20130218.ListTags", "i-1", false)]
    [InlineData("OpsWorks_20130218.GrantAccess", "i-1", true)]
    [InlineData("OpsWorks_20130218.CreateStack", "i-1", true)]
    [InlineData("OpsWorks_20130218.CreateStack", null, false)]
    public void Only_a_change_with_an_invocation_id_is_guarded(string target, string? invocation, bool guarded)
    {
        var caller = new Caller(FakeApi.UserArn, UserRole.Member) { Credential = "AKIA1", Address = "::1", RequestId = "r", InvocationId = invocation };

        Assert.Equal(guarded, RepeatKey.Of(ApiTarget.Parse(target), "{}"u8.ToArray(), caller) is not null);
    }

    private Task<ApiAnswer> Make()
    {
        made++;
        return Task.FromResult(ApiAnswer.Output([(byte)made]));
    }
}
