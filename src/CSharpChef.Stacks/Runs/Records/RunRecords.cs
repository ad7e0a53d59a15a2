using CSharpChef.Converge.Results;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Runs.Records;

/// <summary>Keeps what a command ran, and its results.</summary>
internal static class RunRecords
{
    private const int MostResults = 5000;
    private const int LongestText = 1000;

    public static Task BeginAsync(DocumentStore store, Command command, CommandRun run) =>
        WriteAsync(store, session => session.BeginRunAsync(command.CommandId, run));

    public static Task EndAsync(DocumentStore store, Command command, IEnumerable<ResourceResult> results) =>
        WriteAsync(store, session => session.PutResultsAsync(command.CommandId, [.. results.Take(MostResults)]));

    public static ResourceResult ResultOf(ResourceReport report) => new()
    {
        Resource = Shortened(report.Resource)!,
        Status = EnumNames.Of(report.Status),
        Position = report.Source,
        Changes = report.Actions.Count > 0 ? [.. report.Actions.Select(action => Shortened(action)!)] : null,
        Milliseconds = (int)Math.Round(report.Seconds * 1000),
        Message = Shortened(report.Message),
    };

    private static string? Shortened(string? text) => text?.Length > LongestText ? $"{text[..LongestText]}..." : text;

    private static Task WriteAsync(DocumentStore store, Func<StoreSession, Task> write) => store.WriteAsync(
        async session =>
        {
            await write(session);
            return true;
        },
        CancellationToken.None);
}
