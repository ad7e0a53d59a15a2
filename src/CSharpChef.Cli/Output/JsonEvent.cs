using System.Text.Json;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>An event of a run.</summary>
internal sealed record JsonEvent(string Event)
{
    public string? Host { get; init; }

    public string? Resource { get; init; }

    public string? Status { get; init; }

    public string? Change { get; init; }

    public string? Level { get; init; }

    public string? Message { get; init; }

    public bool? Ignored { get; init; }

    public int? Changed { get; init; }

    public int? RoundTrips { get; init; }

    /// <summary>The number of hosts by result.</summary>
    public IReadOnlyDictionary<string, int>? Hosts { get; init; }

    public double? Seconds { get; init; }

    public static JsonEvent Of(HostReport host) => new("host-ended")
    {
        Host = host.Name,
        Status = JsonWord.Of(host.Status),
        Message = host.Error?.Message,
        Changed = host.Count(ResultStatus.Changed),
        RoundTrips = host.RoundTrips,
        Seconds = Math.Round(host.Seconds, 3),
    };

    public override string ToString() => JsonSerializer.Serialize(this, RunJson.Default.JsonEvent);
}
