using System.Text;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks.Json;

namespace CSharpChef.Cli.Inventory;

/// <summary>The attributes of an inventory: those of its defaults, and over them those of each host.</summary>
internal sealed class InventoryAttributes(InventoryDocument document, string source, string json)
{
    private readonly Lazy<JsonPlaces> places = new(() => new JsonPlaces(Encoding.UTF8.GetBytes(json), source));

    /// <summary>The levels of a host, which the merge of all attributes joins: there <c>"key+"</c> appends.</summary>
    /// <param name="host">The name of the host.</param>
    /// <param name="groups">The levels of its groups, which are above the defaults.</param>
    public IReadOnlyList<AttributeLevel> Of(string host, IEnumerable<AttributeLevel> groups) =>
    [
        .. Level($"defaults of {source}", document.Defaults.Attributes, "defaults.attributes"),
        .. groups,
        .. Level($"host {host}", document.Hosts[host].Attributes, $"hosts.{host}.attributes"),
    ];

    private AttributeLevel[] Level(string name, JsonObject? values, string root) => values is null
        ? []
        : [new AttributeLevel(name, values) { Place = path => places.Value.Of(path, root), NeedsLists = true }];
}
