using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>The report of a run as JSON.</summary>
internal sealed record JsonReport(string Status, IReadOnlyList<JsonHost> Hosts)
{
    /// <summary>The reason why some hosts did not run; null when all hosts ran.</summary>
    public string? Stopped { get; init; }

    /// <summary>The fetched cookbooks that the run used; null when there are none.</summary>
    public IReadOnlyList<JsonCookbook>? Cookbooks { get; init; }

    public static JsonReport Of(ConvergeReport report) =>
        new(report.Failed ? "failed" : "ok", [.. report.Hosts.Select(JsonHost.Of)])
        {
            Stopped = report.Stopped,
            Cookbooks = report.Cookbooks is [] ? null : [.. report.Cookbooks.Select(JsonCookbook.Of)],
        };

    public override string ToString() => JsonSerializer.Serialize(this, RunJson.Default.JsonReport);
}

internal sealed record JsonHost(
    string Name,
    string Status,
    int Changed,
    int Unchanged,
    int Skipped,
    int Failed,
    int NotRun,
    double Seconds,
    int RoundTrips)
{
    public string? Error { get; init; }

    /// <summary>False when the run ended before its recipes did; else null.</summary>
    public bool? Evaluated { get; init; }

    /// <summary>Why a plan ended at a query that needs its changes; else null.</summary>
    public string? UnaskedQuery { get; init; }

    /// <summary>The names of the runs, as csharpchef runs lists them; null for a plan.</summary>
    public IReadOnlyList<string>? Runs { get; init; }

    /// <summary>The notified actions that failed and stay pending for the next run; null when there are none.</summary>
    public IReadOnlyList<string>? Pending { get; init; }

    public IReadOnlyList<JsonResource> Resources { get; init; } = [];

    [JsonIgnore]
    public bool IsStillRunning => Status == JsonWord.Of(HostStatus.StillRunning);

    public static JsonHost Of(HostReport host) => new(
        host.Name,
        JsonWord.Of(host.Status),
        host.Count(ResultStatus.Changed),
        host.Count(ResultStatus.Unchanged),
        host.Count(ResultStatus.Skipped),
        host.Count(ResultStatus.Failed),
        host.Count(ResultStatus.NotRun),
        Math.Round(host.Seconds, 3),
        host.RoundTrips)
    {
        Error = host.Error?.Message,
        Evaluated = host.IsEvaluated ? null : false,
        UnaskedQuery = host.UnaskedQuery,
        Runs = host.Runs.Count == 0 ? null : host.Runs,
        Pending = host.Pending.Count == 0 ? null : host.Pending,
        Resources = [.. host.Resources.Select(JsonResource.Of)],
    };

    /// <summary>The report that was written as JSON.</summary>
    public HostReport ToReport() => new(
        Name, Enum.Parse<HostStatus>(Status, ignoreCase: true), [.. Resources.Select(resource => resource.ToReport())])
    {
        Error = Error is null ? null : new ConvergeException(Error),
        IsEvaluated = Evaluated ?? true,
        UnaskedQuery = UnaskedQuery,
        Runs = Runs ?? [],
        Pending = Pending ?? [],
        Seconds = Seconds,
        RoundTrips = RoundTrips,
    };
}

internal sealed record JsonResource(
    string Resource,
    string Status,
    IReadOnlyList<string> Actions,
    string Source,
    double Seconds,
    string? Diff,
    string? Message)
{
    public string? Command { get; init; }

    public int? ExitCode { get; init; }

    public string? Output { get; init; }

    public bool? Ignored { get; init; }

    public static JsonResource Of(ResourceReport resource) => new(
        resource.Resource,
        JsonWord.Of(resource.Status),
        resource.Actions,
        resource.Source,
        Math.Round(resource.Seconds, 3),
        resource.Diff,
        resource.Message)
    {
        Command = resource.Command,
        ExitCode = resource.ExitCode,
        Output = resource.Output,
        Ignored = resource.Ignored ? true : null,
    };

    public ResourceReport ToReport() => new(Resource, Enum.Parse<ResultStatus>(Status, ignoreCase: true), Source)
    {
        Actions = Actions,
        Seconds = Seconds,
        Diff = Diff,
        Message = Message,
        Command = Command,
        ExitCode = ExitCode,
        Output = Output,
        Ignored = Ignored ?? false,
    };
}
