using CSharpChef.Stacks;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Web.Serving;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>A whole server in the test's own process, whose answers are kept as they were sent.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly ControlPlane plane;
    private readonly WebServer web;

    private RecordedServer(ControlPlane plane, RecordingApi api, WebServer web, string folder) =>
        (this.plane, Api, this.web, this.folder) = (plane, api, web, folder);

    public RecordingApi Api { get; }

    public string Url => web.Urls[0];

    public string Credentials => Path.Combine(folder, "credentials");

    public static async Task<RecordedServer> StartAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("csharpchef-recorded-").FullName;
        var store = await StoreOpening.OpenAsync(new(folder), TimeProvider.System, ct);
        var credentials = Path.Combine(folder, "credentials");
        await FirstAdministrator.MakeAsync(
            store, (keyId, secret) => CredentialsFile.Write(credentials, keyId, secret, "http://127.0.0.1:8800"), ct);
        var plane = new ControlPlane(
            store, new()
            {
                Account = await FirstAdministrator.AccountAsync(store, ct),
                Url = "http://127.0.0.1:8800"
            }, TimeProvider.System);
        var api = new RecordingApi(plane);
        var options = new ServerOptions
        {
            Urls =
            ["http://127.0.0.1:0"],
            CallRate = new(1000, 1000),
            Log = new QuietLog()
        };
        return new(plane, api, await WebServer.StartAsync(options, api, TimeProvider.System, ct), folder);
    }

    /// <summary>Puts an instance into a state that only machines can bring about.</summary>
    public Task SetAsync(string instance, InstanceStatus status) => plane.Store.WriteAsync(
        async session =>
        {
            var before = (await session.FindAsync<Instance>(instance))!;
            return await session.SaveAsync(before, before with { Status = status });
        },
        default);

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await plane.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
