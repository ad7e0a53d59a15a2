using System.Text.Json.Nodes;
using CSharpChef.Client.Polling;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>Asks again every two seconds, until told to stop or until nothing goes on any more.</summary>
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
        var before = "";
        while (true)
        {
            var answer = await call();
            var parsed = waits ? JsonNode.Parse(answer) : null;
            var settled = waits && Progress.IsSettled(parsed);
            if (answer != before && (shows || settled))
            {
                Clear();
                print(answer);
                before = answer;
            }

            if (settled)
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
