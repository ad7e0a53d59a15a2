using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Summarize;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Fleet;

/// <summary>One host's run, with an end to its time. It connects while its recipes are compiled.</summary>
internal sealed class HostRun(RunRequest request, TimeSpan? limit, NewLink newLink, Task compiled)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public Task<HostReport> RunAsync(Target target, CancellationToken cancel, CancellationToken ct) =>
        limit is { } time ? RunAsync(target, time, cancel, ct) : ConvergeAsync(target, cancel, ct);

    private async Task<HostReport> RunAsync(
        Target target, TimeSpan time, CancellationToken cancel, CancellationToken ct)
    {
        var started = request.Clock.GetTimestamp();
        using var over = new CancellationTokenSource(time, request.Clock);
        using var soft = CancellationTokenSource.CreateLinkedTokenSource(cancel, over.Token);
        // Not disposed: whoever is left behind may still look at it.
        var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var run = ConvergeAsync(target, soft.Token, left.Token);
        try
        {
            var report = await run.WaitAsync(time + Grace, request.Clock, ct);
            return report.Error is not null && over.IsCancellationRequested
                ? report with { Status = HostStatus.Failed, Error = TooLong(time, report.Error) }
                : report;
        }
        catch (TimeoutException)
        {
            await left.CancelAsync();
            return new HostReport(target.Name, HostStatus.Failed, [])
            {
                Error = Left(target, time),
                Seconds = request.Clock.GetElapsedTime(started).TotalSeconds,
            };
        }
    }

    private async Task<HostReport> ConvergeAsync(Target target, CancellationToken cancel, CancellationToken ct)
    {
        // Off the caller's thread: what a machine needs of the processor must not hold up the next one's connection.
        await using var link = newLink(target, cancel, ct);
        await compiled;
        request.Watch.Began(target);
        return await Task.Run(() => new ChefRun(request, target, link).RunAsync(ct), ct);
    }

    private static ConvergeException TooLong(TimeSpan time, ChefException error) => new(
        $"it did not end within --time-limit {Text(time)}, and was asked to end after the step it was at: {error.Message}", error);

    private static ConvergeException Left(Target target, TimeSpan time) => new(
        $"it did not end within --time-limit {Text(time)}, nor in {Text(Grace)} after it was asked to: we left it, and its last step may still run there\n"
        + $"see it with: csharpchef runs {target.Name}");

    private static string Text(TimeSpan time)
    {
        string[] parts = [$"{(int)time.TotalHours}h", $"{time.Minutes}m", $"{time.TotalSeconds % 60:0.#}s"];
        return string.Concat(parts.Where(part => part[0] != '0')) is { Length: > 0 } text ? text : parts[2];
    }
}
