using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Output;

/// <summary>Prints one line of JSON for each event, as it happens.</summary>
internal sealed class JsonLines(TextWriter output)
{
    private readonly Lock writeLock = new();
    private readonly long started = TimeProvider.System.GetTimestamp();

    public RunEvents Events => new()
    {
        HostStarted = target => Write(new JsonEvent("host-started") { Host = target.Name }),
        Changed = (target, action, change) =>
            Write(new JsonEvent("change") { Host = target.Name, Resource = action.ShownName, Change = change }),
        ActionEnded = WriteResult,
        Log = (target, level, message) =>
            Write(new JsonEvent("note") { Host = target.Name, Level = JsonWord.Of(level), Message = message }),
        Note = (target, note) => Write(new JsonEvent("note") { Host = target.Name, Message = note }),
        HostEnded = (_, report) => Write(JsonEvent.Of(report)),
    };

    /// <summary>Prints the last line, after one for each host that did not run.</summary>
    public void End(ConvergeReport report)
    {
        foreach (var host in report.Hosts.Where(host => host.Status == HostStatus.NotRun))
        {
            Write(JsonEvent.Of(host));
        }

        Write(new JsonEvent("run-ended")
        {
            Status = report.Failed ? "failed" : "ok",
            Message = report.Stopped,
            Hosts = report.Hosts.GroupBy(host => JsonWord.Of(host.Status))
                .ToDictionary(group => group.Key, group => group.Count()),
            Seconds = Math.Round(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 3),
        });
    }

    private void WriteResult(Target target, PlannedAction action, ActionResult result) => Write(new JsonEvent("result")
    {
        Host = target.Name,
        Resource = action.ShownName,
        Status = JsonWord.Of(result.Status),
        Message = result.Reason,
        Seconds = Math.Round(result.Seconds, 3),
        Ignored = result.Ignored ? true : null,
    });

    private void Write(JsonEvent jsonEvent)
    {
        lock (writeLock)
        {
            output.WriteLine(jsonEvent);
        }
    }
}
