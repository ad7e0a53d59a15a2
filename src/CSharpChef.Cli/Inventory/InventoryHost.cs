using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Inventory;

/// <summary>A host of an inventory. ssh_config decides what is null.</summary>
internal sealed record InventoryHost
{
    public string? Address { get; init; }

    public int? Port { get; init; }

    public string? User { get; init; }

    public string? Identity { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    public JsonObject? Attributes { get; init; }

    public InventoryHost Over(InventoryHost defaults) => new()
    {
        Address = Address ?? defaults.Address,
        Port = Port ?? defaults.Port,
        User = User ?? defaults.User,
        Identity = Identity ?? defaults.Identity,
        Groups = [.. defaults.Groups.Union(Groups)],
        Attributes = Attributes,
    };

    /// <param name="name">The name of the host.</param>
    /// <param name="attributes">The levels of attributes that the inventory gives it.</param>
    /// <param name="runList">The recipes that a project gives it.</param>
    public Target ToTarget(
        string name, IReadOnlyList<AttributeLevel> attributes, IReadOnlyList<RunListItem> runList) => new(name)
        {
            Address = Address ?? name,
            Port = Port,
            User = User,
            Identity = Identity,
            Groups = Groups,
            Attributes = attributes,
            RunList = runList,
            IsInInventory = true,
        };
}
