using System.Text;
using System.Text.Json.Nodes;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>The data folder and store of a server before it starts, with a token of an administrator.</summary>
internal sealed class ServerStore : IDisposable
{
    private readonly List<string> folders = [];
    private readonly string? url;

    private ServerStore(string? url, string? folder)
    {
        this.url = url;
        Folder = folder ?? NewFolder();
    }

    public string Folder { get; }

    public string Token { get; private set; } = "";

    /// <summary>The id of the access key of the administrator.</summary>
    public string KeyId { get; private set; } = "";

    private StoreOptions Options => new(Folder) { Url = url };

    /// <param name="url">The URL of a PostgreSQL database; null for a SQLite file.</param>
    public static async Task<ServerStore> CreateAsync(string? url = null, string? folder = null)
    {
        var serverStore = new ServerStore(url, folder);
        var store = await serverStore.OpenAsync();
        await FirstAdministrator.MakeAsync(store, (id, _) => serverStore.KeyId = id, default);
        var account = await FirstAdministrator.AccountAsync(store, default);
        await using var plane = new ControlPlane(
            store, new() { Account = account, Url = "http://127.0.0.1" }, TimeProvider.System);
        var admin = new Caller(Arn.OfUser(account, "admin"), UserRole.Admin)
        {
            Credential = serverStore.KeyId,
            Address = "127.0.0.1",
            RequestId = "test",
        };
        var answer =
            await plane.CallAsync($"{Operation.Own}.CreateToken", Encoding.UTF8.GetBytes("{}"), admin, default);
        serverStore.Token = JsonNode.Parse(answer)![nameof(Token)]!.GetValue<string>();
        return serverStore;
    }

    public Task<DocumentStore> OpenAsync() => StoreOpening.OpenAsync(Options, TimeProvider.System, default);

    public Task<ServeProcess> ServeAsync() =>
        ServeProcess.StartAsync(["--data", Folder, .. url is null ? Array.Empty<string>() : ["--store", url]]);

    /// <summary>Starts a server of a cluster on this store.</summary>
    public Task<ServeProcess> ServeAsync(string redis) => ServeProcess.StartAsync(
        "--data", NewFolder(), "--store", url!, "--master-key", Options.KeyPath, "--cluster", redis, "--cluster-listen", $"127.0.0.1:{FreePort.Find()}");

    public ServerClient CreateClient(ServeProcess server, ServerClient? other = null) =>
        new(server.Url, Token) { Fallback = other };

    public void Dispose() => folders.ForEach(folder => Directory.Delete(folder, recursive: true));

    private string NewFolder()
    {
        var folder = TemporaryFolder.Create("csharpchef-served-");
        folders.Add(folder);
        return folder;
    }
}
