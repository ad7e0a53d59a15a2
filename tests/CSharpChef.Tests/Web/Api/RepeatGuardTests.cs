using CSharpChef.Stacks;
using CSharpChef.Web;

namespace CSharpChef.Tests;

public sealed class RepeatGuardTests
{
    private static readonly RepeatKey Key = new("AKIA1", "i-1", "OpsWorks_20130218.CreateStack", "00");
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly HandClock clock = new();
    private int made;

    [Fact]
    public async Task The_second_of_two_gets_the_first_ones_answer_for_five_minutes()
    {
        var guard = new RepeatGuard(clock);
        var first = await guard.OnceAsync(Key, Make, Cancel);

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Same(first, await guard.OnceAsync(Key, Make, Cancel));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotSame(first, await guard.OnceAsync(Key, Make, Cancel));
    }

    [Fact]
    public async Task Any_difference_makes_it_another_call()
    {
        var guard = new RepeatGuard(clock);
        RepeatKey[] keys = [Key, Key with { Credential = "AKIA2" }, Key with { Invocation = "i-2" }, Key with { Target = "X.CreateApp" }, Key with { BodyHash = "01" }];

        foreach (var key in keys)
        {
            await guard.OnceAsync(key, Make, Cancel);
        }

        Assert.Equal(keys.Length, made);
    }

    [Fact]
    public async Task A_second_that_comes_while_the_first_runs_waits_for_it()
    {
        var guard = new RepeatGuard(clock);
        var end = new TaskCompletionSource<ApiAnswer>();
        var first = guard.OnceAsync(Key, () => end.Task, Cancel);
        var second = guard.OnceAsync(Key, Make, Cancel);

        clock.Advance(TimeSpan.FromMinutes(6));
        var third = guard.OnceAsync(Key, Make, Cancel);
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

        var failed = await guard.OnceAsync(Key, () => Task.FromResult(ApiAnswer.Error("ThrottlingException", "Rate exceeded")), Cancel);
        var again = await guard.OnceAsync(Key, Make, Cancel);

        Assert.Equal(("ThrottlingException", null), (failed.Code, again.Code));
        Assert.Same(again, await guard.OnceAsync(Key, Make, Cancel));
    }

    [Fact]
    public async Task It_keeps_no_more_than_it_may()
    {
        var guard = new RepeatGuard(clock, most: 2);
        await guard.OnceAsync(Key, Make, Cancel);
        await guard.OnceAsync(Key with { Invocation = "i-2" }, Make, Cancel);
        await guard.OnceAsync(Key with { Invocation = "i-3" }, Make, Cancel);

        await guard.OnceAsync(Key with { Invocation = "i-3" }, Make, Cancel);
        Assert.Equal(3, made);
        await guard.OnceAsync(Key, Make, Cancel);
        Assert.Equal(4, made);
    }

    [Fact]
    public async Task Without_an_invocation_id_two_calls_are_two()
    {
        var guard = new RepeatGuard(clock);
        var key = Key with { Invocation = null };

        await guard.OnceAsync(key, Make, Cancel);
        await guard.OnceAsync(key, Make, Cancel);

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Without_an_invocation_id_a_client_that_hung_up_is_owed_one_answer()
    {
        var guard = new RepeatGuard(clock);
        var key = Key with { Invocation = null };
        var end = new TaskCompletionSource<ApiAnswer>();
        using var hangUp = new CancellationTokenSource();
        var lost = guard.OnceAsync(key, () => end.Task, hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);

        end.SetResult(ApiAnswer.Output([7]));
        var again = await guard.OnceAsync(key, Make, Cancel);
        var another = await guard.OnceAsync(key, Make, Cancel);

        Assert.Equal([7], again.Body);
        Assert.Equal([1], another.Body);
    }

    [Fact]
    public void An_invocation_id_of_any_length_is_none()
    {
        var caller = new Caller(FakeApi.UserArn, UserRole.Member) { Credential = "AKIA1", Address = "::1", RequestId = "r", InvocationId = new string('a', 65) };

        Assert.Null(RepeatKey.Of(ApiTarget.Parse("OpsWorks_20130218.CreateStack"), "{}"u8.ToArray(), caller).Invocation);
        Assert.Equal("a", RepeatKey.Of(ApiTarget.Parse("OpsWorks_20130218.CreateStack"), "{}"u8.ToArray(), caller with { InvocationId = "a" }).Invocation);
    }

    [Theory]
    [InlineData("OpsWorks_20130218.DescribeStacks", true)]
    [InlineData("OpsWorks_20130218.GetHostnameSuggestion", true)]
    [InlineData("OpsWorks_20130218.ListTags", true)]
    [InlineData("OpsWorks_20130218.GrantAccess", false)]
    [InlineData("OpsWorks_20130218.CreateStack", false)]
    public void A_name_says_whether_it_only_reads(string target, bool reads) => Assert.Equal(reads, ApiTarget.Parse(target).IsRead);

    private Task<ApiAnswer> Make()
    {
        made++;
        return Task.FromResult(ApiAnswer.Output([(byte)made]));
    }
}
