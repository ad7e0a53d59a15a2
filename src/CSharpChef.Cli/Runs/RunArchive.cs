using System.Collections.Concurrent;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Runs;

/// <summary>
/// The runs that this user started from this machine in the last month, each in a file that only the user can read.
/// What they print has no secrets.
/// </summary>
internal sealed class RunArchive(DiskCache disk, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RunLine>> lines = new(StringComparer.Ordinal);

    /// <summary>The events that store each run when it ends.</summary>
    public RunEvents Events => RunLines.To((target, line) => LinesOf(target.Name).Enqueue(line)) with
    {
        HostEnded = (_, report) => Save(report),
    };

    public static RunArchive OfUser() =>
        new(new DiskCache(CacheFiles.UserFolder("runs"), TimeProvider.System), TimeProvider.System);

    /// <summary>Finds a run of a host by its name; null when it was not started from here.</summary>
    public StoredRun? Find(string host, string run) =>
        disk.Read(FileOf(run)) is { } bytes && StoredRun.Parse(bytes) is { } stored && stored.Host.Name == host
            ? stored
            : null;

    private static string FileOf(string run) => $"{run}.json";

    private ConcurrentQueue<RunLine> LinesOf(string host) => lines.GetOrAdd(host, _ => new());

    /// <summary>
    /// Each barrier of a recipe ends a run with a name of its own; all of them show the whole. A run that went on
    /// without us, or whose connection was lost, is stored with the time when we left it: only the journal of the
    /// machine knows its end.
    /// </summary>
    private void Save(HostReport report)
    {
        if (report.Runs.Count == 0)
        {
            return;
        }

        var isLeft = report.Status is HostStatus.StillRunning or HostStatus.Unreachable
            || report.Error?.InnerException is ConnectionException;
        var host = JsonHost.Of(report) with { Seconds = report.Seconds };
        var bytes = new StoredRun(host, [.. LinesOf(report.Name)])
        {
            LeftAt = isLeft ? clock.GetUtcNow() : null,
            Cookbooks = report.Cookbooks.Count == 0 ? null : [.. report.Cookbooks.Select(JsonCookbook.Of)],
        }.ToBytes();
        foreach (var run in report.Runs)
        {
            disk.Write(FileOf(run), bytes);
        }

        disk.Prune();
    }
}
