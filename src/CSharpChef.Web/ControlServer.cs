using CSharpChef.Stacks;
using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Web.Serving;

namespace CSharpChef.Web;

/// <summary>A whole server in one process: its data folder, store, silo and HTTP server.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private static readonly TimeSpan NoteUsePeriod = TimeSpan.FromMinutes(1);

    private readonly DataFolderLock folder;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task noteUse;

    private ControlServer(DataFolderLock folder, ControlPlane plane, SiloHost silo, HttpServer http, bool isNew)
    {
        this.folder = folder;
        Plane = plane;
        Silo = silo;
        Http = http;
        IsNew = isNew;
        noteUse = NoteUseAsync(stopping.Token);
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
        var folder = DataFolderLock.Acquire(options.Store.DataFolder);
        DocumentStore? store = null;
        SiloHost? silo = null;
        try
        {
            store = await StoreOpening.OpenAsync(options.Store, TimeProvider.System, ct);
            var url = options.Http.Urls[0];
            var isNew = await MakeAdministratorAsync(
                store, new(options.Store.CredentialsPath, ListenUrl.Parse(url).LocalUrl), ct);
            silo = await SiloHost.StartAsync(options.Cluster, store, logging => HttpApplication.AddLog(logging, options.Http), ct);
            var facts = new ServerFacts
            {
                Account = await FirstAdministrator.AccountAsync(store, ct),
                Url = url,
                Limits = options.Limits
            };
            var member = silo;
            var plane = new ControlPlane(store, facts, TimeProvider.System) { ClusterFault = () => member.Fault };
            return new(folder, plane, silo, await HttpServer.StartAsync(options.Http, plane, ct), isNew);
        }
        catch
        {
            await DisposeAsync(folder, store, silo);
            throw;
        }
    }

    public Task WaitAsync(CancellationToken ct) => Http.WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        await stopping.CancelAsync();
        await noteUse;
        stopping.Dispose();
        await DisposeAsync(folder, Plane.Store, Silo);
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

    private static async Task DisposeAsync(DataFolderLock folder, DocumentStore? store, SiloHost? silo)
    {
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

    private async Task NoteUseAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(NoteUsePeriod);
        while (!ct.IsCancellationRequested)
        {
            Task tick = timer.WaitForNextTickAsync(ct).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await Plane.NoteUseAsync(CancellationToken.None);
            }
            catch (OperationException)
            {
                // The database is unavailable: the next tick stores the notes.
            }
        }
    }
}
