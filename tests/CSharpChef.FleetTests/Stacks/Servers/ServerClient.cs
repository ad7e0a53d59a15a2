using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>A client with little overhead, which repeats a call only when <see cref="Fallback"/> is set.</summary>
internal sealed class ServerClient : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(60)
    };

    public ServerClient(string url, string token)
    {
        http.BaseAddress = new(url);
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>The client of another server, which sends a call again when its answer did not arrive.</summary>
    public ServerClient? Fallback { get; init; }

    public async Task<(int Status, JsonNode Body)> SendAsync(string operation, object request)
    {
        var invocation = Guid.NewGuid().ToString();
        try
        {
            return await SendOnceAsync(operation, request, invocation);
        }
        catch (Exception e) when (Fallback is not null && e is HttpRequestException or IOException)
        {
            return await Fallback.SendOnceAsync(operation, request, invocation);
        }
    }

    public async Task<JsonNode> CallAsync(string operation, object request)
    {
        var (status, body) = await SendAsync(operation, request);
        Assert.True(status == 200, $"{operation}: {status} {body}");
        return body;
    }

    public async Task<string> CreateStackAsync(string name) => (await CallAsync("CreateStack", new
    {
        Name = name,
        Region = "local",
        ServiceRoleArn = "arn:aws:iam::1:role/service",
        DefaultInstanceProfileArn = "arn:aws:iam::1:instance-profile/machine",
    }))["StackId"]!.GetValue<string>();

    public Task<(int Status, JsonNode Body)> CreateLayerAsync(string stack, string name) =>
        SendAsync("CreateLayer", new { StackId = stack, Type = "custom", Name = name, Shortname = name });

    public void Dispose() => http.Dispose();

    /// <summary>Sends a call once.</summary>
    /// <param name="invocation">By which a server recognizes a call that was sent before.</param>
    public async Task<(int Status, JsonNode Body)> SendOnceAsync(string operation, object request, string invocation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = JsonContent.Create(
                request, new MediaTypeHeaderValue("application/x-amz-json-1.1"), JsonSerializerOptions.Default),
        };
        message.Headers.Add("amz-sdk-invocation-id", invocation);
        message.Headers.Add(
            "X-Amz-Target", OperationCatalog.All.Single(candidate => candidate.Name == operation).Target);
        using var response = await http.SendAsync(message);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
