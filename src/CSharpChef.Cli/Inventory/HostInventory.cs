using System.Globalization;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Inventory;

/// <summary>The hosts people gave names to.</summary>
internal sealed partial class HostInventory(string source, IReadOnlyDictionary<string, InventoryHost> hosts)
{
    public static HostInventory Empty { get; } = new("", new Dictionary<string, InventoryHost>());

    /// <summary>The machines of one TARGET argument.</summary>
    public IEnumerable<Target> Find(string text) => text switch
    {
        ['-', ..] => throw new UsageException($"there is no option {text}: --help lists them"),
        ['@', .. var group] => Group(group),
        _ when hosts.TryGetValue(text, out var host) => [host.ToTarget(text)],
        _ => [Parse(text)],
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

    private static Target Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            throw new UsageException(
                $"the target \"{text}\" is not understood: write local, [user@]host[:port] or @group");
        }

        var port = match.Groups["port"];
        return new Target(text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..])
        {
            Address = match.Groups["host"].Value.Trim('[', ']'),
            User = match.Groups["user"] is { Success: true } user ? user.Value : null,
            Port = port.Success ? Port(text, port.Value) : null,
        };
    }

    private static int Port(string text, string digits) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : throw new UsageException($"the port of the target \"{text}\" is not between 1 and 65535");

    [GeneratedRegex(
        @"^((?<user>[^@\s]+)@)?(?<host>\[[0-9A-Fa-f:.%\w]+\]|[^@:\s\[\]]+|[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f.]*)(:(?<port>\d+))?\z")]
    private static partial Regex Pattern();
}
