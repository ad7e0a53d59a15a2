using CSharpChef.FleetTests.Stacks.Providers;
using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>
/// A process of <c>serve --local</c> with its own machines, and a Git repository of cookbooks for its stacks.
/// </summary>
internal sealed class FleetServer : IAsyncDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-fleet-");
    private ServeProcess? process;

    private FleetServer(LocalHost host) => Host = host;

    public LocalHost Host { get; }

    public string Url => process!.Url;

    public string Credentials => Path.Combine(Data, "credentials");

    /// <summary>The source of the cookbooks in the form of the API.</summary>
    public object Source => new { Type = "git", Url = $"file://{Repository}" };

    private string Data => Path.Combine(folder, "data");

    private string Repository => Path.Combine(folder, "cookbooks");

    public static async Task<FleetServer> StartAsync(CancellationToken ct)
    {
        var server = new FleetServer(await LocalHost.CreateAsync(ct));
        try
        {
            await CookbookRepository.CreateAsync(server.Repository, ct);
            await server.ServeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the server and starts another one with the same data.</summary>
    public async Task ReplaceAsync()
    {
        await process!.DisposeAsync();
        await ServeAsync();
    }

    /// <summary>Changes a file of the cookbooks by a commit.</summary>
    public Task CommitAsync(string path, string text, CancellationToken ct) =>
        CookbookRepository.CommitAsync(Repository, path, text, ct);

    /// <summary>The server's command line tool, logged in.</summary>
    public async Task<ServerTool> LogInAsync(CancellationToken ct)
    {
        var tool = new ServerTool(Path.Combine(folder, "tool"));
        await tool.SucceedAsync(ct, "login", Url, "--credentials", Credentials);
        return tool;
    }

    /// <returns>The exit code of the server.</returns>
    public Task<int> TerminateAsync() => process!.TerminateAsync();

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ServeAsync() => process = await ServeProcess.StartAsync(
        "--data", Data, "--source-folder", Repository, "--local", "--local-folder", Host.Options.Folder,
        "--local-subnet", $"{Host.Options.Subnet}", "--local-bridge", Host.Options.Bridge);
}
