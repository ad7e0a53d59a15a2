using System.Collections.Concurrent;
using CSharpChef.Converge.Discover;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Shell;
using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>
/// Targets as the nodes that recipes look up: with the attributes of the inventory, and the facts that are cached. All
/// runs of a fleet share them, and nothing is read before a recipe asks.
/// </summary>
/// <param name="targets">Returns the hosts.</param>
/// <param name="cache">The facts that earlier runs have read.</param>
/// <param name="ssh">Returns the options that decide under which account and address facts are cached.</param>
internal sealed class TargetNodes(Func<IEnumerable<Target>> targets, FactsCache cache, Func<SshOptions> ssh)
    : INodeSource
{
    private readonly ConcurrentDictionary<string, Facts> known = [];
    private readonly Lazy<SshOptions> options = new(() => ssh() with { OnDetail = null });
    private Node[]? nodes;

    /// <summary>The options of the command line that the command for missing facts needs too.</summary>
    public string ConnectionWords { get; init; } = "";

    /// <summary>The nodes in the order of their names.</summary>
    public IReadOnlyList<Node> All =>
        nodes ??= [.. targets().OrderBy(target => target.Name, StringComparer.Ordinal).Select(NodeOf)];

    public IReadOnlyList<Node> NodesFor(Node current) =>
        [.. All.Select(node => node.Name == current.InventoryName ? WithFactsOf(current, node) : node)];

    // The run verifies the facts of its own node, when recipes read them here too.
    private static Node WithFactsOf(Node current, Node node) => new(
        node.Name, () => current.Facts, () => node.Attributes)
    {
        Address = node.Address,
        Groups = node.Groups,
    };

    private Node NodeOf(Target target) => new(
        target.Name, () => FactsOf(target), () => NodeAttributes.OfInventory(target.Attributes))
    {
        Address = target.Address,
        Groups = target.Groups,
        MissingFacts = $"no facts of {target.Name} are cached: get them with "
            + $"csharpchef show facts {ShellQuote.Word(target.Argument)}{ConnectionWords}",
    };

    private Facts? FactsOf(Target target)
    {
        if (known.TryGetValue(target.Name, out var facts))
        {
            return facts;
        }

        // On another thread: that of a recipe may be interrupted at any time.
        var found = Task.Run(() => LoadAsync(target)).GetAwaiter().GetResult();
        return found is null ? null : known.GetOrAdd(target.Name, found);
    }

    private async Task<Facts?> LoadAsync(Target target)
    {
        try
        {
            var route = new SshRoute(target, options.Value);
            var key = await FactsKey.OfAsync(target, route, CancellationToken.None);
            return cache.Load(key.User, key.Address, key.Port);
        }
        catch (ChefException)
        {
            // A mistake in its ssh_config: reading its facts, as the error advises, explains it.
            return null;
        }
    }
}
