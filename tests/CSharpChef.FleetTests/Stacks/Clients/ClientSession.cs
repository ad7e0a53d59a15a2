using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Web;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>An AWS client that makes calls to one server.</summary>
internal abstract class ClientSession : IAsyncDisposable
{
    /// <summary>The operations that were called, including refused calls.</summary>
    public HashSet<string> CalledOperations { get; } = [];

    /// <param name="models">A folder of models that the client reads besides its own.</param>
    public static ClientSession Start(
        string client, string url, string credentials, string service = "opsworks", string models = "")
    {
        string[] variables =
        [
            "env", "-u", "AWS_SESSION_TOKEN", "-u", "AWS_ACCESS_KEY_ID", "-u", "AWS_SECRET_ACCESS_KEY", "NO_PROXY=*", "AWS_EC2_METADATA_DISABLED=true",
            $"AWS_SHARED_CREDENTIALS_FILE={credentials}", "AWS_CONFIG_FILE=/dev/null", "AWS_DEFAULT_REGION=local", "AWS_REGION=local", $"AWS_DATA_PATH={models}",
        ];
        return client == "cli"
            ? new CommandLineSession([.. variables, "/usr/bin/aws", "--endpoint-url", url, "--output", "json", service])
            : new ScriptSession([.. variables, .. Script(client), url, service]);
    }

    public async Task<JsonNode> CallAsync(string operation, object? arguments = null)
    {
        CalledOperations.Add(operation);
        return ExpectAnswer(operation, await SendAsync("call", operation, Node(arguments)));
    }

    public async Task RequireRefusalAsync(string code, string message, string operation, object arguments)
    {
        CalledOperations.Add(operation);
        var reply = await SendAsync("call", operation, Node(arguments));
        Assert.Equal((code, message), (reply.Code, reply.Message));
    }

    public async Task WaitAsync(string waiter, object arguments) =>
        ExpectAnswer(waiter, await SendAsync("wait", waiter, Node(arguments)));

    public async Task<JsonNode> CallPageByPageAsync(string operation, int size, object arguments) =>
        ExpectAnswer(operation, await SendAsync("page", operation, Node(arguments), size));

    public abstract ValueTask DisposeAsync();

    protected abstract Task<ClientReply> SendAsync(string kind, string name, JsonObject arguments, int size = 0);

    private static string[] Script(string client) => client == "js"
        ? ["node", AwsClient.PathOfScript("session.mjs")]
        : ["/usr/bin/python3", AwsClient.PathOfScript("session.py")];

    private static JsonNode ExpectAnswer(string what, ClientReply reply)
    {
        Assert.True(reply.Answer is not null, $"{what}: {reply.Code}: {reply.Message}");
        return reply.Answer;
    }

    private static JsonObject Node(object? arguments) =>
        JsonSerializer.SerializeToNode(arguments ?? new { })!.AsObject();
}
