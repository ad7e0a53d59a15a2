using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>The report of a run as JSON.</summary>
internal sealed record JsonReport(string Status, IReadOnlyList<JsonHost> Hosts)
{
    /// <summary>The reason why some hosts did not run; null when all hosts ran.</summary>
    public string? Stopped { get; init; }

    public static JsonReport Of(ConvergeReport report) =>
        new(report.Failed ? "failed" : "ok", [.. report.Hosts.Select(JsonHost.Of)]) { Stopped = report.Stopped };

    public override string ToString() => JsonSerializer.Serialize(this, ReportJson.Default.JsonReport);
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

    public IReadOnlyList<JsonResource> Resources { get; init; } = [];

    public static JsonHost Of(HostReport host) => new(
        host.Name,
        JsonNamingPolicy.CamelCase.ConvertName(host.Status.ToString()),
        host.Count(ResultStatus.Changed),
        host.Count(ResultStatus.Unchanged),
        host.Count(ResultStatus.Skipped),
        host.Count(ResultStatus.Failed),
        host.Count(ResultStatus.NotRun),
        Math.Round(host.Seconds, 3),
        host.RoundTrips)
    {
        Error = host.Error?.Message,
        Resources = [.. host.Resources.Select(JsonResource.Of)],
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
        JsonNamingPolicy.CamelCase.ConvertName(resource.Status.ToString()),
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
}

[JsonSerializable(typeof(JsonReport))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ReportJson : JsonSerializerContext;
