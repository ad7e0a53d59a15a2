using CSharpChef.Stacks;
using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks.Keys;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Web.Api;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web;

/// <summary>A whole server in one process: its data folder, store, silo and HTTP server.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private readonly DataFolderLock folder;
    private readonly ILoggerFactory logs;
    private readonly ServerFleet fleet;
    private readonly Upkeep upkeep;

    private ControlServer(
        DataFolderLock folder, ILoggerFactory logs, ControlPlane plane, SiloHost silo, ServerFleet fleet,
        HttpServer http, bool isNew)
    {
        this.logs = logs;
        this.folder = folder;
        this.fleet = fleet;
        Plane = plane;
        Silo = silo;
        Http = http;
        IsNew = isNew;
        upkeep = new Upkeep(plane, logs.CreateLogger(ServerLog.Name), TimeProvider.System);
    }

    public ControlPlane Plane { get; }

    public SiloHost Silo { get; }

    public HttpServer Http { get; }

    /// <summary>
    /// True when this start created the first administrator, whose key is now in the credentials file.
    /// </summary>
    public bool IsNew { get; }

    public static async Task<ControlServer> StartAsync(ServerOptions options, CancellationToken ct)
    {
        var providers = options.Machines.CreateProviders();
        var folder = DataFolderLock.Acquire(options.Store.DataFolder);
        ListenSockets? sockets = null;
        DocumentStore? store = null;
        SiloHost? silo = null;
        ServerFleet? fleet = null;
        var logs = LoggerFactory.Create(AddLog);
        try
        {
            // The administrator is made last: a start that fails must not leave a key about which it says nothing.
            sockets = ListenSockets.Bind(options.Http);
            HttpApplication.RequireCertificate(options.Http);
            store = await StoreOpening.OpenAsync(options.Store, TimeProvider.System, ct);
            silo = await SiloHost.StartAsync(options.Cluster, store, AddLog, ct);
            var url = options.Http.Urls[0];
            var isNew = await MakeAdministratorAsync(
                store, new(options.Store.CredentialsPath, ListenUrl.Parse(url).LocalUrl), ct);
            await StackKeys.AddMissingAsync(store, ct);
            await UnixUserIds.AddMissingAsync(store, ct);
            await RestoredStacks.PauseAsync(store, ct);
            await store.ShrinkAsync(ct);
            var facts = new ServerFacts
            {
                Account = await FirstAdministrator.AccountAsync(store, ct),
                Url = url,
                Limits = options.Limits,
                Sources = options.Sources,
                AllowLoopbackMachines = options.AllowLoopbackMachines,
                Providers = providers.Names,
                DefaultProvider = providers.DefaultName,
                TurnOf = id => fleet?.TurnOf(id),
            };
            var member = silo;
            var plane = new ControlPlane(store, facts, TimeProvider.System)
            {
                ServerFault = () => member.Fault ?? folder.Fault,
            };
            fleet = await ServerFleet.StartAsync(options, store, providers, silo, logs, ct);
            var http = await HttpServer.StartAsync(options.Http, plane, ct, sockets);
            return new(folder, logs, plane, silo, fleet, http, isNew);
        }
        catch
        {
            sockets?.Dispose();
            await DisposeAsync(folder, store, silo, fleet);
            logs.Dispose();
            throw;
        }

        void AddLog(ILoggingBuilder logging) => HttpApplication.AddLog(logging, options.Http);
    }

    public Task WaitAsync(CancellationToken ct) => Http.WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        await upkeep.DisposeAsync();
        await DisposeAsync(folder, Plane.Store, Silo, fleet);
        logs.Dispose();
    }

    private static async Task<bool> MakeAdministratorAsync(
        DocumentStore store, CredentialsFile file, CancellationToken ct)
    {
        try
        {
            return await FirstAdministrator.MakeAsync(store, file.Write, ct);
        }
        catch (Exception e) when (e is not StoreFailureException { Kind: StoreFailureKind.OutcomeUnknown })
        {
            file.Discard();
            throw;
        }
    }

    private static async Task DisposeAsync(
        DataFolderLock folder, DocumentStore? store, SiloHost? silo, ServerFleet? fleet)
    {
        if (fleet is not null)
        {
            await fleet.DisposeAsync();
        }

        if (silo is not null)
        {
            await silo.DisposeAsync();
        }

        if (store is not null)
        {
            await store.DisposeAsync();
        }

        folder.Dispose();
    }
}
