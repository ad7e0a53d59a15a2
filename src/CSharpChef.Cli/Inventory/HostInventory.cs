using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Inventory;

/// <summary>The named hosts of an inventory.</summary>
internal sealed class HostInventory(
    string source, IReadOnlyDictionary<string, InventoryHost> hosts, InventoryAttributes attributes)
{
    public static HostInventory Empty { get; } =
        new("", new Dictionary<string, InventoryHost>(), new InventoryAttributes(new InventoryDocument(), "", ""));

    /// <summary>Finds the machines that a TARGET argument names.</summary>
    public IEnumerable<Target> Find(string text) => text switch
    {
        ['-', ..] => throw new UsageException($"there is no option {text}: --help lists the options"),
        ['@', .. var group] => TargetsOfGroup(group),
        _ when hosts.TryGetValue(text, out var host) => [host.ToTarget(text, attributes.Of(text))],
        _ => [Target.Parse(text)],
    };

    private IEnumerable<Target> TargetsOfGroup(string group)
    {
        var members = hosts.Where(host => host.Value.Groups.Contains(group)).ToList();
        return members.Count > 0 ? members.Select(host => host.Value.ToTarget(host.Key, attributes.Of(host.Key))) : throw new UsageException(
            source.Length == 0
                ? $"@{group} is a group, and there is no inventory: name its file with --inventory FILE"
                : $"{source} has no host in the group \"{group}\": {GroupNames()}");
    }

    private string GroupNames()
    {
        var names = hosts.Values.SelectMany(host => host.Groups).Distinct().Order().Select(name => "@" + name).ToList();
        return names.Count > 0 ? $"its groups are {string.Join(", ", names)}" : "none of its hosts is in a group";
    }
}
