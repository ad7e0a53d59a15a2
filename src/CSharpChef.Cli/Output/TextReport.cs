using System.Globalization;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>Prints the summary of a run: diffs, failures, and a line for each host.</summary>
internal sealed class TextReport(TextWriter output, bool verbose, ConvergeMode mode)
{
    /// <summary>Up to this many hosts need neither a table nor a total.</summary>
    public const int FewHosts = 3;

    private const int MostNames = 5;

    public void Write(ConvergeReport report)
    {
        foreach (var host in report.Hosts)
        {
            WriteDiffs(host);
            WriteOutputs(host);
            WriteFailures(host);
        }

        foreach (var cookbook in report.Cookbooks.Where(cookbook => verbose || cookbook.Folder is not null))
        {
            output.WriteLine(Color.Grey($"used {cookbook}"));
        }

        foreach (var host in report.Hosts.Where(host => host.Status != HostStatus.NotRun))
        {
            output.WriteLine(Line(host));
        }

        WriteNotRun(report);
        if (report.Hosts.Count > FewHosts)
        {
            output.WriteLine(Totals(report));
        }
    }

    private void WriteNotRun(ConvergeReport report)
    {
        var notRun = report.Hosts.Where(host => host.Status == HostStatus.NotRun).Select(host => host.Name).ToList();
        if (notRun.Count > 0)
        {
            output.WriteLine($"{Color.Red("not run")}: {First(notRun)}");
        }

        if (report.Stopped is { } why)
        {
            output.WriteLine(Color.Red(why));
        }
    }

    private static string Totals(ConvergeReport report)
    {
        (HostStatus Status, string Word)[] words =
        [
            (HostStatus.Ok, "ok"),
            (HostStatus.Failed, "failed"),
            (HostStatus.Unreachable, "unreachable"),
            (HostStatus.StillRunning, "still running"),
            (HostStatus.NotRun, "not run"),
        ];
        var counts = words
            .Select(word => (word.Word, Count: report.Hosts.Count(host => host.Status == word.Status)))
            .Where(word => word.Count > 0)
            .Select(word => $"{word.Count} {word.Word}");
        return Color.Bold($"{report.Hosts.Count} hosts: {string.Join(", ", counts)}");
    }

    private void WriteDiffs(HostReport host)
    {
        foreach (var resource in host.Resources.Where(
            resource => resource.Diff is not null && (verbose || !resource.Actions.Contains("create file"))))
        {
            output.WriteLine($"\n{Color.Bold($"{host.Name}  {resource.Resource}")}  {Color.Grey(resource.Source)}");
            foreach (var line in resource.Diff!.TrimEnd('\n').Split('\n'))
            {
                output.WriteLine(
                    line switch { ['+', ..] => Color.Green(line), ['-', ..] => Color.Red(line), _ => line });
            }
        }
    }

    private void WriteOutputs(HostReport host)
    {
        foreach (var resource in host.Resources.Where(
            resource => verbose && resource is { Status: not ResultStatus.Failed, Output: not null }))
        {
            output.WriteLine($"\n{Color.Bold($"{host.Name}  {resource.Resource}")}  {Color.Grey(resource.Source)}");
            WriteOutput(resource);
        }
    }

    private void WriteFailures(HostReport host)
    {
        var failures = host.Resources.Where(resource => resource.Status == ResultStatus.Failed).ToList();

        // Of several failures, some may be of delayed notifications, which run when the run has been stopped already.
        var reasons = host.Count(ResultStatus.NotRun) == 0 ? 0 : failures.Count(resource => !resource.Ignored);
        failures.ForEach(resource => WriteFailure(host, resource, reasons == 1 && !resource.Ignored));
        if (reasons > 1)
        {
            output.WriteLine($"\n{Color.Bold(host.Name)}  not run because of these failures: {NotRun(host)}");
        }

        if (host.UnaskedQuery is { } query)
        {
            output.WriteLine($"\n{Color.Bold(host.Name)}  {Color.Yellow(query)}");
        }

        if (host.Error is { } error)
        {
            output.WriteLine($"\n{Color.Bold(host.Name)}  {Color.Red(error.Message)}");
        }
    }

    /// <param name="host">The report of the host.</param>
    /// <param name="resource">The resource that failed.</param>
    /// <param name="isReason">True when other resources were not run because of this failure.</param>
    private void WriteFailure(HostReport host, ResourceReport resource, bool isReason)
    {
        output.WriteLine($"\n{Color.Bold($"{host.Name}  {resource.Resource}")}  {Color.Grey(resource.Source)}");
        output.WriteLine(Color.Red($"  {resource.Message ?? "failed"}{(resource.Ignored ? " (ignored)" : "")}"));
        if (resource.Command is { } command)
        {
            output.WriteLine($"  command: {ShortLine.FirstOf(command)}");
        }

        if (resource.ExitCode is { } code)
        {
            output.WriteLine($"  exit code: {code}");
        }

        WriteOutput(resource);
        if (isReason)
        {
            output.WriteLine($"  not run because of it: {NotRun(host)}");
        }
    }

    private void WriteOutput(ResourceReport resource)
    {
        foreach (var line in (resource.Output ?? "").TrimEnd('\n').Split('\n').Where(line => line.Length > 0))
        {
            output.WriteLine(Color.Grey($"  | {line}"));
        }
    }

    private static string NotRun(HostReport host) => First([.. host.Resources
        .Where(resource => resource.Status == ResultStatus.NotRun)
        .Select(resource => ShortLine.Of(resource.Resource))]);

    private static string First(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames} more" : "")}";

    private string Line(HostReport host)
    {
        if (host.Status == HostStatus.Unreachable)
        {
            return $"{Color.Bold(host.Name)}: {Color.Red("unreachable")}";
        }

        var counts = host.Resources.Count == 0 && host is { Error: not null, Status: not HostStatus.StillRunning }
            ? Color.Red(host.IsEvaluated ? "not run" : "not evaluated")
            : Counts(host);
        return host.RoundTrips == 0 && host.Seconds == 0
            ? $"{Color.Bold(host.Name)}: {counts}"
            : $"{Color.Bold(host.Name)}: {counts}  {Color.Grey(Cost(host))}";
    }

    private static string Cost(HostReport host) => string.Create(
        CultureInfo.InvariantCulture, $"{host.Seconds:0.0} s, {Plural.Of(host.RoundTrips, "round trip")}");

    private string Counts(HostReport host)
    {
        var changed = $"{host.Count(ResultStatus.Changed)} {(mode == ConvergeMode.Plan ? "would change" : "changed")}";
        var failed = $"{host.Count(ResultStatus.Failed)} failed";
        string[] parts =
        [
            host.Count(ResultStatus.Changed) > 0 ? Color.Yellow(changed) : changed,
            $"{host.Count(ResultStatus.Unchanged)} unchanged",
            $"{host.Count(ResultStatus.Skipped)} skipped",
            host.Count(ResultStatus.Failed) > 0 ? Color.Red(failed) : failed,
            .. host.Count(ResultStatus.NotRun) > 0
                ? new[] { Color.Red($"{host.Count(ResultStatus.NotRun)} not run") }
                : [],
            .. host.IsEvaluated ? [] : new[] { Unevaluated(host) },
        ];
        var running = host.Status == HostStatus.StillRunning ? $"{Color.Red("still running")}, so far " : "";
        return $"{running}{string.Join(", ", parts)}";
    }

    private static string Unevaluated(HostReport host)
    {
        const string words = "the rest not evaluated";
        return host.UnaskedQuery is null ? Color.Red(words) : Color.Yellow(words);
    }
}
