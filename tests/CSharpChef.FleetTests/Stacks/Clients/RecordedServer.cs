using CSharpChef.Stacks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.TestSupport;
using CSharpChef.Web.Serving;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>A server in the process of the test, which records the answers it sends.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly ControlPlane plane;
    private readonly HttpServer http;

    private RecordedServer(ControlPlane plane, RecordedOperations operations, HttpServer http, string folder) =>
        (this.plane, Operations, this.http, this.folder) = (plane, operations, http, folder);

    public RecordedOperations Operations { get; }

    public string Url => http.Urls[0];

    public string Credentials => Path.Combine(folder, "credentials");

    public static async Task<RecordedServer> StartAsync(CancellationToken ct)
    {
        var folder = TemporaryFolder.Create("csharpchef-recorded-");
        var store = await StoreOpening.OpenAsync(new(folder), TimeProvider.System, ct);
        var credentials = Path.Combine(folder, "credentials");
        await FirstAdministrator.MakeAsync(
            store, new CredentialsFile(credentials, "http://127.0.0.1:8800").Write, ct);
        var plane = new ControlPlane(
            store, new()
            {
                Account = await FirstAdministrator.AccountAsync(store, ct),
                Url = "http://127.0.0.1:8800",
                Providers = ["memory"],
                DefaultProvider = "memory",
            }, TimeProvider.System);
        var operations = new RecordedOperations(plane);
        var options = new HttpOptions
        {
            Urls = ["http://127.0.0.1:0"],
            CallRate = new(1000, 1000),
            Log = new QuietLog()
        };
        var http = await HttpServer.StartAsync(options, plane, operations.CallAsync, TimeProvider.System, ct);
        return new(plane, operations, http, folder);
    }

    /// <summary>Sets the status of an instance, as its machine would; a stopped one has none any more.</summary>
    public Task SetAsync(string instance, InstanceStatus status) => plane.Store.WriteAsync(
        async session =>
        {
            var before = (await session.FindAsync<Instance>(instance))!;
            return await session.SaveAsync(before, before with
            {
                Status = status,
                Machine = status == InstanceStatus.Stopped ? null : MachineIn(before, status),
            });
        },
        default);

    /// <summary>Ends a deployment, as its instances would.</summary>
    public Task FinishAsync(string deployment) => plane.Store.WriteAsync(
        async session =>
        {
            var before = (await session.FindAsync<Deployment>(deployment))!;
            return await session.SaveAsync(before, before with { Status = DeploymentStatus.Successful });
        },
        default);

    public async ValueTask DisposeAsync()
    {
        await http.DisposeAsync();
        await plane.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // A machine that is registered is known by its host keys.
    private static InstanceMachine? MachineIn(Instance instance, InstanceStatus status) => instance.IsRegistered
        ? instance.Life with { HostKeys = status == InstanceStatus.Registering ? [] : ["ssh-ed25519 AAAA"] }
        : instance.Machine;
}
