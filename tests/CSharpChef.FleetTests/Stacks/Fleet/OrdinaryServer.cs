using System.Text.Json;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>
/// A process of <c>serve</c> of a user without any rights, with a stack whose machines are registered.
/// </summary>
internal sealed class OrdinaryServer : IAsyncDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-ordinary-");
    private ServeProcess? process;

    public ServerTool Tool => ToolWith();

    /// <summary>The tool with environment variables, each as NAME=VALUE.</summary>
    public ServerTool ToolWith(params string[] variables) =>
        new(Path.Combine(folder, "tool")) { Variables = variables };

    public string Url => process!.Url;

    public string Credentials => Path.Combine(Data, "credentials");

    private string Data => Path.Combine(folder, "data");

    private string Repository => Path.Combine(folder, "cookbooks");

    public static async Task<OrdinaryServer> StartAsync(CancellationToken ct)
    {
        var server = new OrdinaryServer();
        try
        {
            await CookbookRepository.CreateAsync(server.Repository, ct);
            await ServeProcess.GiveAsync(server.folder, ct);
            server.process = await ServeProcess.StartAsOrdinaryUserAsync(
                server.folder, "--data", server.Data, "--source-folder", server.Repository);
            await server.Tool.SucceedAsync(
                ct, "login", server.Url, "--credentials", server.Credentials);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the stack <c>shop</c> with the layer <c>web</c>, which serves a page.</summary>
    public async Task CreateStackAsync(CancellationToken ct)
    {
        var source = JsonSerializer.Serialize(new { Type = "git", Url = $"file://{Repository}" });
        await Tool.SucceedAsync(
            ct, "stack", "create", "shop", "--use-custom-cookbooks", "true", "--custom-cookbooks-source", source,
            "--custom-json", """{"greeting":"hello"}""");
        await Tool.SucceedAsync(
            ct, "layer", "create", "web", "--packages", "nginx-light", "--custom-recipes", SiteCookbooks.Events);
    }

    /// <summary>The status of each instance, by its hostname.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StatusesAsync(CancellationToken ct) =>
        (await Tool.ListAsync(ct, "instance", "list", "--stack", "shop")).ToDictionary(
            instance => instance["Hostname"]!.GetValue<string>(), instance => instance["Status"]!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
