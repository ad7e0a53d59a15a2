using CSharpChef.Editor.Checks;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Texts;

namespace CSharpChef.Editor;

/// <summary>
/// Checks the open cookbooks after each change and publishes the findings. A later change cancels a check that is not
/// done.
/// </summary>
/// <param name="check">Finds what is wrong.</param>
/// <param name="publish">Sends the diagnostics of a file.</param>
/// <param name="failed">Gets what a check fails with that is a bug of this program.</param>
/// <param name="time">The clock.</param>
internal sealed class DiagnosticsLoop(
    OpenCheck check,
    Func<PublishDiagnosticsParams, Task> publish,
    Action<Exception> failed,
    TimeProvider time) : IDisposable
{
    // While a person types, a letter comes about each 100 ms.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private readonly SemaphoreSlim running = new(1);
    private IReadOnlySet<string> published = new HashSet<string>();
    private CancellationTokenSource last = new();

    public void Update(EditorState state)
    {
        var previous = last;
        last = new CancellationTokenSource();
        previous.Cancel();
        _ = RunAsync(state, last.Token);
    }

    public void Dispose()
    {
        last.Cancel();
        last.Dispose();
        running.Dispose();
    }

    private async Task RunAsync(EditorState state, CancellationToken ct)
    {
        try
        {
            await Task.Delay(Pause, time, ct);
            await running.WaitAsync(ct);
            try
            {
                await PublishAsync(await Task.Run(() => check.Run(state, ct), ct), ct);
            }
            finally
            {
                running.Release();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // A later state is checked instead.
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    // Once begun, all files are told: a half would stay.
    private async Task PublishAsync(
        IReadOnlyDictionary<string, PublishDiagnosticsParams> found, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        foreach (var uri in published.Except(found.Keys))
        {
            await publish(new PublishDiagnosticsParams(uri, null, []));
        }

        foreach (var file in found.Values)
        {
            await publish(file);
        }

        published = found.Keys.ToHashSet();
    }
}
