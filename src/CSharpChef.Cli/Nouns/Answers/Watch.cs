using System.Text.Json.Nodes;
using CSharpChef.Client.Polling;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>
/// Repeats a call every two seconds until cancelled; a wait until nothing is in progress. A wait tells each change of a
/// status on the standard error.
/// </summary>
internal sealed class Watch(Func<Task<string>> call, Func<string, int> print, bool shows, bool waits)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<int> RunAsync(CancellationToken ct)
    {
        try
        {
            return await LookAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return waits ? 1 : 0;
        }
    }

    private async Task<int> LookAsync(CancellationToken ct)
    {
        var lastOutput = "";
        var changes = new StatusChanges();
        while (true)
        {
            var answer = await call();
            var parsed = waits ? JsonNode.Parse(answer) : null;
            var done = waits && Progress.IsDone(parsed);
            if (answer != lastOutput && (shows || done))
            {
                Clear();
                print(answer);
                lastOutput = answer;
            }

            if (waits && !shows)
            {
                changes.Of(parsed).ToList().ForEach(Console.Error.WriteLine);
            }

            if (done)
            {
                return Progress.HasFailed(parsed) ? 1 : 0;
            }

            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    private void Clear()
    {
        if (shows && !Console.IsOutputRedirected)
        {
            Console.Out.Write("\e[H\e[J");
        }
    }
}
