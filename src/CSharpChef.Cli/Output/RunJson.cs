using System.Text.Json.Serialization;
using CSharpChef.Cli.Runs;

namespace CSharpChef.Cli.Output;

/// <summary>
/// Writes the JSON of a run. One context for all, without metadata of its types: a process pays for each context once.
/// </summary>
[JsonSerializable(typeof(JsonEvent))]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(WrittenRun))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RunJson : JsonSerializerContext;
