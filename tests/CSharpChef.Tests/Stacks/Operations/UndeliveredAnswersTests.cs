using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Operations;

public sealed class UndeliveredAnswersTests
{
    private const string Key = "a";
    private const string OtherKey = "b";
    private const string Failure = "failed";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly FakeClock clock = new();
    private int made;

    [Fact]
    public async Task Equal_calls_whose_clients_got_their_answers_are_both_made()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess);

        await answers.OnceAsync(Key, ChangeAsync, Cancel);
        await answers.OnceAsync(Key, ChangeAsync, Cancel);

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task After_a_disconnect_one_equal_call_gets_the_answer_of_the_first()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess);
        await DisconnectAsync(answers, Key, Task.FromResult("7"));

        var secondCall = await answers.OnceAsync(Key, ChangeAsync, Cancel);
        var another = await answers.OnceAsync(Key, ChangeAsync, Cancel);

        Assert.Equal("7", secondCall);
        Assert.Equal("1", another);
    }

    [Fact]
    public async Task An_undelivered_answer_is_kept_for_five_minutes()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess);
        await DisconnectAsync(answers, Key, Task.FromResult("7"));
        await DisconnectAsync(answers, OtherKey, Task.FromResult("8"));

        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("7", await answers.OnceAsync(Key, ChangeAsync, Cancel));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("1", await answers.OnceAsync(OtherKey, ChangeAsync, Cancel));
    }

    [Fact]
    public async Task A_call_with_another_key_does_not_get_an_undelivered_answer()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess);
        await DisconnectAsync(answers, Key, Task.FromResult("7"));

        await answers.OnceAsync(OtherKey, ChangeAsync, Cancel);

        Assert.Equal(1, made);
    }

    [Fact]
    public void The_key_of_a_call_depends_on_its_credential_operation_and_body()
    {
        var caller = TestPlane.CallerOf("arn:aws:iam::1:user/ann", "AKIA1");

        string[] keys =
        [
            RepeatedCall.KeyOf("CreateStack", caller, new byte[] { 0 }),
            RepeatedCall.KeyOf("CreateApp", caller, new byte[] { 0 }),
            RepeatedCall.KeyOf("CreateStack", caller with { Credential = "AKIA2" }, new byte[] { 0 }),
            RepeatedCall.KeyOf("CreateStack", caller, new byte[] { 1 }),
        ];

        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public async Task An_equal_call_waits_for_the_first_one_while_it_is_running()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess);
        var end = new TaskCompletionSource<string>();
        await DisconnectAsync(answers, Key, end.Task);

        clock.Advance(TimeSpan.FromMinutes(6));
        var secondCall = answers.OnceAsync(Key, ChangeAsync, Cancel);
        Assert.False(secondCall.IsCompleted);
        end.SetResult("7");

        Assert.Equal("7", await secondCall);
        Assert.Equal(0, made);
    }

    [Fact]
    public async Task The_answer_of_a_failed_call_is_not_kept()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess);
        await DisconnectAsync(answers, Key, Task.FromResult(Failure));

        Assert.Equal("1", await answers.OnceAsync(Key, ChangeAsync, Cancel));
    }

    [Fact]
    public async Task Above_the_limit_the_oldest_answer_is_removed()
    {
        var answers = new UndeliveredAnswers<string>(clock, IsSuccess, limit: 2);
        await DisconnectAsync(answers, Key, Task.FromResult("7"));
        await DisconnectAsync(answers, OtherKey, Task.FromResult("8"));
        await DisconnectAsync(answers, "c", Task.FromResult("9"));
        await answers.OnceAsync("d", ChangeAsync, Cancel);

        Assert.Equal("8", await answers.OnceAsync(OtherKey, ChangeAsync, Cancel));
        Assert.Equal("2", await answers.OnceAsync(Key, ChangeAsync, Cancel));
    }

    /// <summary>Makes a call whose client disconnects while it runs; it then ends like the task.</summary>
    private static async Task DisconnectAsync(UndeliveredAnswers<string> answers, string key, Task<string> end)
    {
        var begin = new TaskCompletionSource();
        using var disconnect = new CancellationTokenSource();
        var firstCall = answers.OnceAsync(key, RunAsync, disconnect.Token);
        await disconnect.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => firstCall);
        begin.SetResult();

        async Task<string> RunAsync()
        {
            await begin.Task;
            return await end;
        }
    }

    private Task<string> ChangeAsync()
    {
        made++;
        return Task.FromResult($"{made}");
    }

    private static bool IsSuccess(string answer) => answer != Failure;
}
