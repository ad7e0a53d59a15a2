using System.Collections.Concurrent;
using System.Globalization;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;
using CSharpChef.Web.Budgets;

namespace CSharpChef.Tests.Web.Api;

public sealed class ApiEndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_call_is_answered()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Answer = _ => Task.FromResult("""{"Stacks":[]}""");
        using var client = new SigningClient(server.Url) { Body = """{"StackIds":["s1"]}""", Invocation = "i-1" };

        var reply = await client.CallAsync(Cancel);

        Assert.Equal((200, """{"Stacks":[]}"""), (reply.Status, reply.Body));
        Assert.Equal("application/x-amz-json-1.1", reply.Headers["Content-Type"]);
        Assert.Equal("13", reply.Headers["Content-Length"]);
        Assert.True(DateTimeOffset.TryParse(reply.Headers["Date"], out _));
        Assert.DoesNotContain("Server", reply.Headers.Keys);
        Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
        var (target, body, caller) = Assert.Single(server.Calls);
        Assert.Equal(("OpsWorks_20130218.DescribeStacks", """{"StackIds":["s1"]}"""), (target, body));
        Assert.Equal(
            (TestCredentials.UserArn, TestCredentials.KeyId, "127.0.0.1", "i-1"),
            (caller.UserArn, caller.Credential, caller.Address, caller.InvocationId));
        Assert.Equal(reply.Headers["x-amzn-RequestId"], caller.RequestId);
    }

    [Fact]
    public async Task An_operation_without_output_answers_an_empty_object()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Answer = _ => Task.FromResult("");
        using var client = new SigningClient(server.Url) { Operation = "DeleteStack" };

        var reply = await client.CallAsync(Cancel);

        Assert.Equal((200, "{}", "2"), (reply.Status, reply.Body, reply.Headers["Content-Length"]));
    }

    [Fact]
    public async Task A_call_with_a_bearer_token_is_answered_unless_the_token_is_unknown_or_expired()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);

        Assert.Equal(200, (await client.CallAsync(Cancel, request => SigningClient.Bearer(request))).Status);
        (await client.CallAsync(Cancel, request => SigningClient.Bearer(request, "ccp_Another"))).Refuses(
            403, "UnrecognizedClientException", "not valid here");
        server.Plane.Clock.Advance(TimeSpan.FromDays(2));
        (await client.CallAsync(Cancel, request => SigningClient.Bearer(request))).Refuses(
            403, "UnrecognizedClientException", "The token has expired.");
    }

    [Fact]
    public async Task A_call_with_an_invalid_credential_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);
        using var badSecret = new SigningClient(server.Url) { Secret = "another" };
        using var stranger = new SigningClient(server.Url) { KeyId = "AKIANOBODY" };
        using var oldTime = new SigningClient(server.Url) { Time = TimeProvider.System.GetUtcNow().AddMinutes(-6) };
        using var futureTime = new SigningClient(server.Url) { Time = TimeProvider.System.GetUtcNow().AddMinutes(6) };

        (await client.CallAsync(Cancel, request => request.Headers.Remove("Authorization"))).Refuses(
            403, "MissingAuthenticationTokenException", "The request has no credential");
        (await client.CallAsync(Cancel, request => request.Headers.Authorization = new("Basic", "YTpi"))).Refuses(
            403, "IncompleteSignatureException", "Authorization must be");
        (await badSecret.CallAsync(Cancel)).Refuses(403, "InvalidSignatureException", "check the secret access key");
        (await stranger.CallAsync(Cancel)).Refuses(
            403, "UnrecognizedClientException", "The access key or token is not valid here.");
        (await oldTime.CallAsync(Cancel)).Refuses(403, "InvalidSignatureException", "Signature expired: ");
        (await futureTime.CallAsync(Cancel)).Refuses(403, "InvalidSignatureException", "Signature not yet valid: ");
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_key_that_is_disabled_is_refused_at_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);
        Assert.Equal(200, (await client.CallAsync(Cancel)).Status);

        await TestCredentials.DisableKeyAsync(server.Plane.Plane.Store);

        (await client.CallAsync(Cancel)).Refuses(403, "UnrecognizedClientException", "The access key is disabled.");
    }

    [Theory]
    [InlineData("ValidationException", 400)]
    [InlineData("ResourceNotFoundException", 400)]
    [InlineData("SerializationException", 400)]
    [InlineData("UnknownOperationException", 400)]
    [InlineData("ThrottlingException", 400)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ExpiredTokenException", 403)]
    [InlineData("ServiceUnavailableException", 503)]
    public async Task A_refusal_of_an_operation_reaches_the_client_with_its_code_and_message(string code, int status)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Answer = _ => throw new OperationException(code, "StackId \"ä\" is\nnot right");
        using var client = new SigningClient(server.Url);

        (await client.CallAsync(Cancel)).Refuses(status, code, "StackId \"ä\" is\nnot right");
    }

    [Fact]
    public async Task The_details_of_an_unexpected_exception_are_only_in_the_log()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Answer = _ => throw new InvalidOperationException("the password is xyzzy");
        using var client = new SigningClient(server.Url);

        var reply = await client.CallAsync(Cancel);

        reply.Refuses(500, "InternalFailure", reply.Headers["x-amzn-RequestId"]);
        Assert.DoesNotContain("xyzzy", reply.Body, StringComparison.Ordinal);
        Assert.Contains(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal)
            && line.Contains("xyzzy", StringComparison.Ordinal) && line.Contains(
                reply.Headers["x-amzn-RequestId"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "OpsWorks_20130218.DescribeStacks", "SerializationException")]
    [InlineData("application/x-amz-json-1.0", "OpsWorks_20130218.DescribeStacks", "SerializationException")]
    [InlineData("application/x-amz-json-1.1; charset=utf-8", "", "UnknownOperationException")]
    [InlineData("application/x-amz-json-1.1", "DescribeStacks", "UnknownOperationException")]
    [InlineData("application/x-amz-json-1.1", "OpsWorks_20130218.", "UnknownOperationException")]
    [InlineData("application/x-amz-json-1.1", "OpsWorks_20130218.A B", "UnknownOperationException")]
    [InlineData("application/x-amz-json-1.1", "a.b.c", "UnknownOperationException")]
    public async Task A_request_with_another_content_type_or_target_is_refused(string type, string target, string code)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);

        var reply = await client.CallAsync(Cancel, request =>
        {
            request.Content!.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.Remove("X-Amz-Target");
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        });

        reply.Refuses(400, code, "");
    }

    [Fact]
    public async Task A_presigned_request_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url + "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00");

        (await client.CallAsync(Cancel)).Refuses(403, "IncompleteSignatureException", "presigned");
    }

    [Fact]
    public async Task Only_the_user_who_calls_too_often_is_throttled_with_every_credential()
    {
        await using var server =
            await LoopbackServer.StartAsync(options => options with { CallRate = new RateLimit(0.001, 2) });
        using var client = new SigningClient(server.Url);

        Assert.Equal(200, (await client.CallAsync(Cancel)).Status);
        Assert.Equal(200, (await client.CallAsync(Cancel)).Status);
        (await client.CallAsync(Cancel)).Refuses(400, "ThrottlingException", "Rate exceeded");
        (await client.CallAsync(Cancel, request => SigningClient.Bearer(request)))
            .Refuses(400, "ThrottlingException", "this user makes too many calls");
        var other = (await server.Plane.CallAsync("CreateToken"))["Token"]!.GetValue<string>();
        Assert.Equal(200, (await client.CallAsync(Cancel, request => SigningClient.Bearer(request, other))).Status);
    }

    [Fact]
    public async Task Only_calls_without_a_valid_credential_are_throttled_for_the_failures_of_their_address()
    {
        await using var server = await LoopbackServer.StartAsync(options => options with
        {
            Strangers = new() { Failures = new RateLimit(0.001, 3), FailureDelay = TimeSpan.FromMilliseconds(20) },
        });
        using var client = new SigningClient(server.Url);
        using var badSecret = new SigningClient(server.Url) { Secret = "another" };

        (await badSecret.CallAsync(Cancel)).Refuses(403, "InvalidSignatureException", "");
        (await badSecret.CallAsync(Cancel, request => request.Headers.Remove("X-Amz-Target"))).Refuses(
            400, "UnknownOperationException", "");
        (await badSecret.CallAsync(Cancel)).Refuses(403, "InvalidSignatureException", "");
        (await badSecret.CallAsync(Cancel)).Refuses(400, "ThrottlingException", "no valid credential");
        Assert.Equal(200, (await client.CallAsync(Cancel)).Status);
        (await badSecret.CallAsync(Cancel)).Refuses(400, "ThrottlingException", "no valid credential");
    }

    [Fact]
    public async Task The_log_has_few_lines_of_refused_calls_and_their_number()
    {
        var server = await LoopbackServer.StartAsync();
        using var stranger = new SigningClient(server.Url) { KeyId = "AKIANOBODY" };
        var start = Seconds();
        for (var n = 0; n < 45; n++)
        {
            await stranger.CallAsync(Cancel);
        }

        var seconds = Seconds() - start + 1;
        await server.DisposeAsync();

        var lines = server.Log.Count(line => line.Contains("UnrecognizedClient", StringComparison.Ordinal));
        var leftOut = server.Log
            .Where(line => line.Contains("more calls without a valid credential were refused", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
        Assert.InRange(lines, 10, 10 * seconds);
        Assert.Equal(45, lines + leftOut);
    }

    private static long Seconds() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task The_ninth_call_of_a_user_runs_when_one_of_eight_was_answered()
    {
        await using var server = await LoopbackServer.StartAsync();
        var answers = new ConcurrentQueue<TaskCompletionSource<string>>();
        server.Answer = _ =>
        {
            var answer = new TaskCompletionSource<string>();
            answers.Enqueue(answer);
            return answer.Task;
        };
        using var client = new SigningClient(server.Url);
        var calls = Enumerable.Range(0, 9).Select(_ => client.CallAsync(Cancel)).ToList();
        await Eventually.TrueAsync(() => answers.Count == 8);

        Assert.True(answers.TryDequeue(out var first));
        first.SetResult("{}");

        await Eventually.TrueAsync(() => answers.Count == 8);
        await Eventually.TrueAsync(() => calls.Count(call => call.IsCompleted) == 1);
        answers.ToList().ForEach(answer => answer.SetResult("{}"));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task An_empty_query_is_accepted()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url);

        var reply = await client.CallAsync(Cancel, request => request.RequestUri = new(server.Url + "/?"));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Only_a_right_signature_counts_as_a_use_of_the_key()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var badSecret = new SigningClient(server.Url) { Secret = "another" };
        using var client = new SigningClient(server.Url);

        await badSecret.CallAsync(Cancel);
        await server.Plane.Plane.NoteUseAsync(Cancel);
        Assert.Null(await LastUseAsync(server));

        await client.CallAsync(Cancel);
        await server.Plane.Plane.NoteUseAsync(Cancel);
        Assert.NotNull(await LastUseAsync(server));
    }

    private static Task<DateTimeOffset?> LastUseAsync(LoopbackServer server) => server.Plane.Plane.Store.ReadAsync(
        async session => (await session.FindAsync<AccessKey>(TestCredentials.KeyId))!.LastUsedAt, Cancel);

    [Theory]
    [InlineData("a", "a")]
    [InlineData(null, null)]
    [InlineData("65 letters are too many for an invocation id, so it is left out!!", null)]
    public async Task An_invocation_id_of_up_to_64_letters_reaches_the_operation(string? sent, string? seen)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url) { Operation = "CreateStack", Invocation = sent };

        await client.CallAsync(Cancel);

        Assert.Equal(seen, server.Calls.Single().Caller.InvocationId);
    }

    [Fact]
    public async Task A_change_continues_when_its_client_disconnects_and_the_next_try_gets_its_answer()
    {
        await using var server = await LoopbackServer.StartAsync();
        var answer = new TaskCompletionSource<string>();
        using var client = new SigningClient(server.Url) { Operation = "CreateStack" };

        await DisconnectAsync(server, client, answer);
        var secondTry = client.CallAsync(Cancel);
        answer.SetResult("""{"StackId":"1"}""");

        Assert.Equal("""{"StackId":"1"}""", (await secondTry).Body);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_change_with_an_invocation_id_continues_when_its_client_disconnects()
    {
        await using var server = await LoopbackServer.StartAsync();
        var answer = new TaskCompletionSource<string>();
        using var client = new SigningClient(server.Url) { Operation = "CreateStack", Invocation = "a" };

        var change = await DisconnectAsync(server, client, answer);
        answer.SetResult("""{"StackId":"1"}""");

        Assert.Equal("""{"StackId":"1"}""", await change);
    }

    /// <returns>The change, which continues.</returns>
    private static async Task<Task<string>> DisconnectAsync(
        LoopbackServer server, SigningClient client, TaskCompletionSource<string> answer)
    {
        var began = new TaskCompletionSource<Task<string>>();
        server.Answer = ct =>
        {
            var change = answer.Task.WaitAsync(ct);
            began.SetResult(change);
            return change;
        };
        using var disconnect = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var disconnectedCall = client.CallAsync(disconnect.Token);
        var change = await began.Task;
        await disconnect.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => disconnectedCall);
        await Eventually.TrueAsync(
            () => server.Log.Any(line => line.Contains("ClientClosed", StringComparison.Ordinal)));
        return change;
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_call_and_contains_no_secret()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new SigningClient(server.Url) { Body = """{"Password":"xyzzy"}""" };
        using var badSecret = new SigningClient(server.Url) { Secret = "another" };

        var right = await client.CallAsync(Cancel);
        await client.CallAsync(Cancel, request => SigningClient.Bearer(request));
        await badSecret.CallAsync(Cancel);

        Assert.Matches(
            $"Information DescribeStacks 200 OK [0-9.]+ ms caller {TestCredentials.UserArn} credential {TestCredentials.KeyId} from 127.0.0.1 request {right.Headers["x-amzn-RequestId"]}",
            server.Log[0]);
        Assert.Contains($"credential {TestCredentials.TokenId}", server.Log[1], StringComparison.Ordinal);
        Assert.Matches(
            $"DescribeStacks 403 InvalidSignatureException [0-9.]+ ms caller - credential {TestCredentials.KeyId}",
            server.Log[2]);
        Assert.Equal(3, server.Log.Count);
        Assert.DoesNotContain(
            server.Log, line => new[] { "xyzzy", "Signature=", TestCredentials.Token, TestCredentials.Secret }.Any(
            secret => line.Contains(secret, StringComparison.Ordinal)));
    }
}
