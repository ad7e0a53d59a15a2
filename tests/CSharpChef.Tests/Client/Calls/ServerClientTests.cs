using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Tests.Client.Calls;

/// <summary>Calls over a real connection to a server that does what the test says.</summary>
public sealed class ServerClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_signed_with_a_key_or_carry_the_token()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var signing = Client(server.Url, key: new KeyPair(TestCredentials.KeyId, TestCredentials.Secret));
        using var withToken = Client(server.Url);
        server.Answer = _ => Task.FromResult("""{"Stacks":[]}""");

        Assert.Empty((JsonArray)(await signing.CallAsync(
            "DescribeStacks", new JsonObject { ["StackIds"] = new JsonArray("ä") }, Ct))["Stacks"]!);
        await withToken.CallAsync("CreateToken", null, Ct);

        Assert.Equal(
            ["OpsWorks_20130218.DescribeStacks", "CSharpChef_20261124.CreateToken"],
            server.Calls.Select(call => call.Target));
        Assert.Equal(
            [TestCredentials.KeyId, TestCredentials.TokenId], server.Calls.Select(call => call.Caller.Credential));
    }

    [Fact]
    public async Task A_refused_call_throws_with_the_code_and_message_of_the_server()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = Client(server.Url);
        server.Answer = _ => throw new OperationException("ValidationException", "Name is required.");

        var refused = await Assert.ThrowsAsync<ApiException>(() => client.CallAsync("CreateStack", null, Ct));

        Assert.Equal(
            ("ValidationException", "Name is required. (ValidationException)", 1),
            (refused.Code, refused.Message, refused.ExitCode));
    }

    [Theory]
    [InlineData("DescribeStacks", "ServiceUnavailableException", 3)]
    [InlineData("CreateStack", "ServiceUnavailableException", 3)]
    [InlineData("DescribeStacks", "ThrottlingException", 3)]
    [InlineData("CreateStack", "ThrottlingException", 3)]
    [InlineData("DescribeStacks", "ValidationException", 1)]
    public async Task Only_throttled_calls_and_server_errors_are_retried(string operation, string code, int tries)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var client = new ApiClient(
            new ServerAccess(new Uri(server.Url))
            {
                Token = TestCredentials.Token
            }, new FakeClock { SkipsWaits = true });
        var attempts = 0;
        server.Answer = _ => ++attempts < 3 ? throw new OperationException(code, "Not now.") : Task.FromResult("{}");

        var failure = await Record.ExceptionAsync(() => client.CallAsync(operation, null, Ct));

        Assert.Equal((tries, tries < 3), (attempts, failure is ApiException));
        Assert.Single(server.Calls.Select(call => call.Caller.InvocationId).Distinct());
    }

    [Fact]
    public async Task A_call_to_a_server_that_does_not_run_throws_a_connection_error()
    {
        using var client = Client("http://127.0.0.1:1");

        var failure = await Assert.ThrowsAsync<ConnectionException>(() => client.CallAsync("CreateStack", null, Ct));

        Assert.Equal(4, failure.ExitCode);
        Assert.Contains("http://127.0.0.1:1/ cannot be reached", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_certificate_authority_is_trusted_only_when_the_option_names_it()
    {
        using var authority = new TestAuthority();
        await using var server = await authority.ServeAsync();
        using var withAuthority = Client(server.Url, ca: authority.File);
        using var withoutAuthority = Client(server.Url);

        await withAuthority.CallAsync("DescribeStacks", null, Ct);
        var failure =
            await Assert.ThrowsAsync<ConnectionException>(() => withoutAuthority.CallAsync("DescribeStacks", null, Ct));

        Assert.Contains("--ca", failure.Message, StringComparison.Ordinal);
    }

    private static ApiClient Client(string url, KeyPair? key = null, string? ca = null) =>
        new(
            new ServerAccess(new Uri(url))
            {
                Key = key,
                Token = key is null
                ? TestCredentials.Token
                : null,
                CaFile = ca
            },
            TimeProvider.System);
}
