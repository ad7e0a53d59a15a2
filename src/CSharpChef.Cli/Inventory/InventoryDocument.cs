namespace CSharpChef.Cli.Inventory;

/// <summary>The hosts of an inventory, and what holds for all of them.</summary>
internal sealed record InventoryDocument
{
    public InventoryHost Defaults { get; init; } = new();

    public IReadOnlyDictionary<string, InventoryHost> Hosts { get; init; } = new Dictionary<string, InventoryHost>();
}
