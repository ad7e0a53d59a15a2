using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Inventory;

/// <summary>The named hosts of an inventory.</summary>
internal sealed class HostInventory(string source, IReadOnlyDictionary<string, InventoryHost> hosts)
{
    public static HostInventory Empty { get; } = new("", new Dictionary<string, InventoryHost>());

    /// <summary>The machines that a TARGET argument means.</summary>
    public IEnumerable<Target> Find(string text) => text switch
    {
        ['-', ..] => throw new UsageException($"there is no option {text}: --help lists them"),
        ['@', .. var group] => Group(group),
        _ when hosts.TryGetValue(text, out var host) => [host.ToTarget(text)],
        _ => [Target.Parse(text)],
    };

    private IEnumerable<Target> Group(string group)
    {
        var members = hosts.Where(host => host.Value.Groups.Contains(group)).ToList();
        return members.Count > 0 ? members.Select(host => host.Value.ToTarget(host.Key)) : throw new UsageException(
            source.Length == 0
                ? $"@{group} is a group, and there is no inventory: give one with --inventory FILE"
                : $"{source} has no host in the group \"{group}\": there are {Known()}");
    }

    private string Known() =>
        string.Join(", ", hosts.Values.SelectMany(host => host.Groups).Distinct().Order().Select(name => "@" + name)
            .DefaultIfEmpty("none"));
}
