using CSharpChef.Stacks;
using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.Web.Serving;

namespace CSharpChef.Web;

/// <summary>The whole server in one process: its folder, store, silo and API.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private static readonly TimeSpan NotePeriod = TimeSpan.FromMinutes(1);

    private readonly DataFolder folder;
    private readonly CancellationTokenSource ending = new();
    private readonly Task notes;

    private ControlServer(DataFolder folder, ControlPlane plane, SiloHost silo, WebServer web, bool isNew)
    {
        this.folder = folder;
        Plane = plane;
        Silo = silo;
        Web = web;
        IsNew = isNew;
        notes = NoteUseAsync(ending.Token);
    }

    public ControlPlane Plane { get; }

    public SiloHost Silo { get; }

    public WebServer Web { get; }

    /// <summary>Whether this start made the first administrator, whose key is in the credentials file now.</summary>
    public bool IsNew { get; }

    public static async Task<ControlServer> StartAsync(ServeOptions options, CancellationToken ct)
    {
        var folder = DataFolder.Take(options.Store.DataFolder);
        DocumentStore? store = null;
        SiloHost? silo = null;
        try
        {
            store = await StoreOpening.OpenAsync(options.Store, TimeProvider.System, ct);
            var url = options.Web.Urls[0];
            var own = ListenUrl.Parse(url).OnThisMachine;
            var isNew = await FirstAdministrator.MakeAsync(
                store, (keyId, secret) => CredentialsFile.Write(options.CredentialsPath, keyId, secret, own), ct);
            silo = await SiloHost.StartAsync(options.Cluster, store, options.Web.Log, ct);
            var facts = new ServerFacts
            {
                Account =
                await FirstAdministrator.AccountAsync(store, ct),
                Url = url,
                Limits = options.Limits
            };
            var plane = new ControlPlane(store, facts, TimeProvider.System);
            return new(folder, plane, silo, await WebServer.StartAsync(options.Web, plane, ct), isNew);
        }
        catch
        {
            await DisposeAsync(folder, store, silo);
            throw;
        }
    }

    public Task WaitAsync(CancellationToken ct) => Web.WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await ending.CancelAsync();
        await notes;
        ending.Dispose();
        await DisposeAsync(folder, Plane.Store, Silo);
    }

    private static async Task DisposeAsync(DataFolder folder, DocumentStore? store, SiloHost? silo)
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
        using var timer = new PeriodicTimer(NotePeriod);
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
