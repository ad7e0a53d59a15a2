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
        await NoteUseAsync();
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
                await RunOnceAsync();
            }
        }
    }

    private async Task RunOnceAsync()
    {
        try
        {
            await NoteUseAsync();
            await CheckAsync();
        }
        catch (Exception bug)
        {
            log.UpkeepFailed(bug);
        }
    }

    private async Task NoteUseAsync()
    {
        try
        {
            await plane.NoteUseAsync(CancellationToken.None);
        }
        catch (OperationException)
        {
            // The database is unavailable: the next tick stores the notes.
        }
    }

    private async Task CheckAsync()
    {
        var found = await plane.FaultAsync(CancellationToken.None);
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
