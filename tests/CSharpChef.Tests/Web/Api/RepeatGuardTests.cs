using CSharpChef.TestSupport;
using CSharpChef.Web.Api;

namespace CSharpChef.Tests.Web.Api;

public sealed class RepeatGuardTests
{
    private static readonly RepeatKey Key = new("AKIA1", "OpsWorks_20130218.CreateStack", "00");
    private static readonly RepeatKey Other = Key with { Target = "OpsWorks_20130218.CreateApp" };
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly FakeClock clock = new();
    private int made;

    [Fact]
    public async Task Two_calls_are_two()
    {
        var guard = new RepeatGuard(clock);

        await guard.OnceAsync(Key, Make, Cancel);
        await guard.OnceAsync(Key, Make, Cancel);

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task A_client_that_hung_up_is_owed_one_answer()
    {
        var guard = new RepeatGuard(clock);
        await HangUpAsync(guard, Key, Task.FromResult(ApiAnswer.Output([7])));

        var again = await guard.OnceAsync(Key, Make, Cancel);
        var another = await guard.OnceAsync(Key, Make, Cancel);

        Assert.Equal([7], again.Body);
        Assert.Equal([1], another.Body);
    }

    [Fact]
    public async Task It_is_owed_for_five_minutes()
    {
        var guard = new RepeatGuard(clock);
        await HangUpAsync(guard, Key, Task.FromResult(ApiAnswer.Output([7])));
        await HangUpAsync(guard, Other, Task.FromResult(ApiAnswer.Output([8])));

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([7], (await guard.OnceAsync(Key, Make, Cancel)).Body);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1], (await guard.OnceAsync(Other, Make, Cancel)).Body);
    }

    [Fact]
    public async Task Any_difference_makes_it_another_call()
    {
        var guard = new RepeatGuard(clock);
        await HangUpAsync(guard, Key, Task.FromResult(ApiAnswer.Output([7])));

        foreach (var key in new[] { Key with { Credential = "AKIA2" }, Other, Key with { BodyHash = "01" } })
        {
            await guard.OnceAsync(key, Make, Cancel);
        }

        Assert.Equal(3, made);
    }

    [Fact]
    public async Task While_the_lost_call_runs_the_next_one_waits_for_it()
    {
        var guard = new RepeatGuard(clock);
        var end = new TaskCompletionSource<ApiAnswer>();
        await HangUpAsync(guard, Key, end.Task);

        clock.Advance(TimeSpan.FromMinutes(6));
        var again = guard.OnceAsync(Key, Make, Cancel);
        Assert.False(again.IsCompleted);
        end.SetResult(ApiAnswer.Output([7]));

        Assert.Equal([7], (await again).Body);
        Assert.Equal(0, made);
    }

    [Fact]
    public async Task A_failed_call_is_not_kept()
    {
        var guard = new RepeatGuard(clock);
        await HangUpAsync(guard, Key, Task.FromResult(ApiAnswer.Error("ThrottlingException", "Rate exceeded")));

        Assert.Equal([1], (await guard.OnceAsync(Key, Make, Cancel)).Body);
    }

    [Fact]
    public async Task It_keeps_no_more_than_it_may()
    {
        var guard = new RepeatGuard(clock, most: 2);
        await HangUpAsync(guard, Key, Task.FromResult(ApiAnswer.Output([7])));
        await HangUpAsync(guard, Other, Task.FromResult(ApiAnswer.Output([8])));
        await HangUpAsync(guard, Key with { BodyHash = "01" }, Task.FromResult(ApiAnswer.Output([9])));
        await guard.OnceAsync(Key with { BodyHash = "02" }, Make, Cancel);

        Assert.Equal([8], (await guard.OnceAsync(Other, Make, Cancel)).Body);
        Assert.Equal([2], (await guard.OnceAsync(Key, Make, Cancel)).Body);
    }

    [Theory]
    [InlineData("OpsWorks_20130218.DescribeStacks", true)]
    [InlineData("OpsWorks_20130218.GetHostnameSuggestion", true)]
    [InlineData("OpsWorks_20130218.ListTags", true)]
    [InlineData("OpsWorks_20130218.GrantAccess", false)]
    [InlineData("OpsWorks_20130218.CreateStack", false)]
    public void The_operation_of_a_target_is_known_as_a_query_or_a_change(string target, bool reads) =>
        Assert.Equal(reads, ApiTarget.Parse(target).IsQuery);

    /// <summary>Its client hangs up while the call runs, which then ends like the task.</summary>
    private static async Task HangUpAsync(RepeatGuard guard, RepeatKey key, Task<ApiAnswer> end)
    {
        var begin = new TaskCompletionSource();
        using var hangUp = new CancellationTokenSource();
        var lost = guard.OnceAsync(key, RunAsync, hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        begin.SetResult();

        async Task<ApiAnswer> RunAsync()
        {
            await begin.Task;
            return await end;
        }
    }

    private Task<ApiAnswer> Make()
    {
        made++;
        return Task.FromResult(ApiAnswer.Output([(byte)made]));
    }
}
