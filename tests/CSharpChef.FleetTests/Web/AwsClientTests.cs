using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Stacks.Clients;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.FleetTests.Web;

/// <summary>Calls of the AWS CLI and SDKs to the API.</summary>
public sealed class AwsClientTests
{
    private static readonly string[] Clients = ["cli", "boto3", "js"];

    private static readonly (string Code, int Tries)[] Errors =
    [
        ("ValidationException", 1), (
            "ResourceNotFoundException",
            1), ("AccessDeniedException", 1), ("SerializationException", 1),
        ("UnknownOperationException", 1), (
            "ThrottlingException",
            3), ("ServiceUnavailableException", 3), ("InternalFailure", 3),
    ];

    public static TheoryData<string> All => [.. Clients];

    public static TheoryData<string, string, int> Refusals =>
        [.. from client in Clients from error in Errors select (client, error.Code, error.Tries)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(All))]
    public async Task The_signature_of_an_AWS_client_is_accepted(string client)
    {
        await using var server = await StartAsync();
        server.Answer = _ => Task.FromResult("""{"Stacks":[{"StackId":"s1","Name":"Zürich"}]}""");

        var answer = await CallAsync(client, server, "DescribeStacks", """{"StackIds":["s1","ä"]}""");

        Assert.Equal(
            """{"Stacks":[{"StackId":"s1","Name":"Zürich"}]}""",
            answer.Replace("\\u00fc", "ü", StringComparison.Ordinal));
        Assert.Equal("OpsWorks_20130218.DescribeStacks", server.Calls.Single().Target);
        Assert.Equal(client != "cli", server.Calls.Single().Caller.InvocationId is not null);
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_AWS_client_trusts_a_certificate_authority_that_it_is_given(string client)
    {
        AwsClient.RequireInstalled();
        using var authority = new TestAuthority();
        await using var server = await authority.ServeAsync();
        server.Answer = _ => Task.FromResult("""{"Stacks":[]}""");

        string[] trust = [$"AWS_CA_BUNDLE={authority.File}", $"NODE_EXTRA_CA_CERTS={authority.File}"];
        var answer = await AwsClient.CallAsync(
            client, server.Url, "DescribeStacks", "{}", [.. Key(TestCredentials.Secret), .. trust], Cancel);

        Assert.Equal("""{"Stacks":[]}""", answer);
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task An_AWS_client_shows_an_error_with_its_code_and_retries_it_when_that_may_help(
        string client, string code, int tries)
    {
        await using var server = await StartAsync();
        server.Answer = _ => throw new OperationException(code, "No \"stack\" of that kind");

        var error = await CallAsync(client, server, "DescribeStacks", """{"StackIds":["s1"]}""");

        Assert.Equal($"{Kind(client, code)}|{code}|No \"stack\" of that kind", error);
        Assert.Equal(tries, server.Calls.Count);
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_AWS_client_with_a_wrong_secret_shows_the_signature_error(string client)
    {
        await using var server = await StartAsync();

        var error = await CallAsync(client, server, "DescribeStacks", "{}", "another");

        Assert.StartsWith(
            $"{Kind(client, "InvalidSignatureException")}|InvalidSignatureException|The signature does not match", error, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_AWS_client_with_a_disabled_key_shows_that_the_key_is_disabled(string client)
    {
        await using var server = await StartAsync();
        await TestCredentials.DisableKeyAsync(server.Plane.Plane.Store);

        var error = await CallAsync(client, server, "DescribeStacks", "{}");

        Assert.EndsWith(
            "|UnrecognizedClientException|The access key or token is not valid here. The access key is disabled.",
            error,
            StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_change_that_an_AWS_client_repeats_after_a_timeout_is_made_once(string client)
    {
        AwsClient.RequireInstalled();
        await using var server = await RecordedServer.StartAsync(Cancel);
        server.Operations.NextChangeDelay = TimeSpan.FromSeconds(3);
        const string Stack =
            """{"Name":"a","Region":"r","ServiceRoleArn":"arn:aws:iam::1:role/s","DefaultInstanceProfileArn":"arn:aws:iam::1:instance-profile/p"}""";

        var created = await AwsClient.CallAsync(client, server.Url, "CreateStack", Stack, Key(server), Cancel);
        var listed = await AwsClient.CallAsync(client, server.Url, "DescribeStacks", "{}", Key(server), Cancel);

        Assert.Equal(
            [JsonNode.Parse(created)!["StackId"]!.GetValue<string>()], JsonNode.Parse(listed)!["Stacks"]!.AsArray()
                .Select(stack => stack!["StackId"]!.GetValue<string>()));
    }

    private static string Kind(string client, string code) => client switch
    {
        "cli" => "exit 254",
        _ when code is "ValidationException" or "ResourceNotFoundException" => code,
        "boto3" => "ClientError",
        _ => "OpsWorksServiceException",
    };

    private static Task<LoopbackServer> StartAsync()
    {
        AwsClient.RequireInstalled();
        return LoopbackServer.StartAsync();
    }

    private static Task<string> CallAsync(
        string client, LoopbackServer server, string operation, string arguments, string secret =
            TestCredentials.Secret) =>
        AwsClient.CallAsync(client, server.Url, operation, arguments, Key(secret), Cancel);

    private static string[] Key(string secret) =>
        [$"AWS_ACCESS_KEY_ID={TestCredentials.KeyId}", $"AWS_SECRET_ACCESS_KEY={secret}"];

    private static string[] Key(RecordedServer server) => [$"AWS_SHARED_CREDENTIALS_FILE={server.Credentials}"];
}
