using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Cli;

/// <summary>The document of an inventory. Generated code would set an init property that is missing to null.</summary>
internal sealed record InventoryDocument
{
    public InventoryHost Defaults { get; set; } = new();

    public IReadOnlyDictionary<string, InventoryHost> Hosts { get; set; } = new Dictionary<string, InventoryHost>();
}

[JsonSerializable(typeof(InventoryDocument))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
internal sealed partial class InventoryJson : JsonSerializerContext;
