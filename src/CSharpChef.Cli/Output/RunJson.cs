using System.Text.Json.Serialization;

namespace CSharpChef.Cli.Output;

/// <summary>
/// Writes the JSON of a run. One context for all, without metadata of its types, which would be compiled in every
/// process.
/// </summary>
[JsonSerializable(typeof(JsonEvent))]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(WrittenRun))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RunJson : JsonSerializerContext;
