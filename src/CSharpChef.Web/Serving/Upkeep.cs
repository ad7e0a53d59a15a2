using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Api;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Serving;

/// <summary>
/// What a server does once a minute: it stores when keys were used, and writes to the log when it stops being ready.
/// </summary>
internal sealed class Upkeep : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly ControlPlane plane;
    private readonly ILogger log;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task work;
    private string? fault;

    public Upkeep(ControlPlane plane, ILogger log, TimeProvider time)
    {
        (this.plane, this.log) = (plane, log);
        work = RunAsync(time, stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await work;
        using var limit = new CancellationTokenSource(LongestEnd);
        await NoteUseAsync(limit.Token);
        stopping.Dispose();
    }

    private async Task RunAsync(TimeProvider time, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (!ct.IsCancellationRequested)
        {
            Task tick = timer.WaitForNextTickAsync(ct).AsTask();
            await tick.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ct.IsCancellationRequested)
            {
                await RunOnceAsync(ct);
            }
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        try
        {
            await NoteUseAsync(ct);
            await CheckAsync(ct);
        }
        catch (Exception bug) when (!ct.IsCancellationRequested)
        {
            log.UpkeepFailed(bug);
        }
        catch (Exception)
        {
            // The server stops.
        }
    }

    private async Task NoteUseAsync(CancellationToken ct)
    {
        try
        {
            await plane.NoteUseAsync(ct);
        }
        catch (Exception e) when (e is OperationException or OperationCanceledException)
        {
            // The database is unavailable: the next tick stores the notes.
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        var found = await plane.FaultAsync(ct);
        if (found is not null && found != fault)
        {
            log.NotReady(found);
        }
        else if (found is null && fault is not null)
        {
            log.ReadyAgain();
        }

        fault = found;
    }
}
