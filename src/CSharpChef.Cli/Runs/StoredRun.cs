using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Runs;

/// <summary>A past run on one host: the lines that were printed while it went on, and its report.</summary>
internal sealed record StoredRun(JsonHost Host, IReadOnlyList<RunLine> Lines)
{
    /// <summary>
    /// When this computer left the run, or lost the connection to it, before the run ended; null when this computer
    /// has followed the run to its end.
    /// </summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The fetched cookbooks that the run used; null when there are none.</summary>
    public IReadOnlyList<JsonCookbook>? Cookbooks { get; init; }

    /// <summary>The report, as the run had it.</summary>
    public ConvergeReport Report => new(
        [Host.ToReport() with { Cookbooks = [.. (Cookbooks ?? []).Select(cookbook => cookbook.ToUsed())] }]);

    /// <summary>How and when this computer left the run; empty when it did not.</summary>
    public string Left => LeftAt is { } time
        ? $"this computer {(Host.IsStillRunning ? "left it" : "lost the connection to it")} at {time:yyyy-MM-dd HH:mm:ss}Z"
        : "";

    public static StoredRun? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredRunJson.Default.StoredRun);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(
        new WrittenRun(Host, [.. Lines.Select(WrittenLine.Of)]) { LeftAt = LeftAt, Cookbooks = Cookbooks },
        RunJson.Default.WrittenRun);
}

[JsonSerializable(typeof(StoredRun))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class StoredRunJson : JsonSerializerContext;
