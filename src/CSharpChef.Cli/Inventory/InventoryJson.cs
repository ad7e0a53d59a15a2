using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Cli.Inventory;

/// <summary>The JSON document of an inventory.</summary>
internal sealed record InventoryDocument
{
    // The generated reader of JSON sets what the document lacks to null.
    public InventoryHost Defaults { get => field ?? new InventoryHost(); init; }

    public IReadOnlyDictionary<string, InventoryHost> Hosts
    {
        get =>
        field ?? new Dictionary<string, InventoryHost>(); init;
    }
}

[JsonSerializable(typeof(InventoryDocument))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
internal sealed partial class InventoryJson : JsonSerializerContext;
