using System.Globalization;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Targets;

/// <summary>A host as the user names it, before any ssh_config is read. "local" is this machine.</summary>
internal sealed partial record Target(string Name)
{
    public string Address { get; init; } = Name;

    public int? Port { get; init; }

    public string? User { get; init; }

    /// <summary>The private key file to log in with.</summary>
    public string? Identity { get; init; }

    /// <summary>The node attributes that an inventory gives the host, from the lowest level to the highest.</summary>
    public IReadOnlyList<AttributeLevel> Attributes { get; init; } = [];

    /// <summary>The groups that an inventory puts the host in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The recipes that the host runs when the command line names none.</summary>
    public IReadOnlyList<RunListItem> RunList { get; init; } = [];

    public bool IsInInventory { get; init; }

    /// <summary>
    /// The name that the inventory has for a host that was named in another way, such as by its user and address; null
    /// for other hosts.
    /// </summary>
    public string? InventoryName { get; init; }

    /// <summary>The argument that names this host on the command line.</summary>
    public string Argument => User is null || IsInInventory ? Name : $"{User}@{Name}";

    /// <summary>True for a machine that is reached over SSH whatever its name: a server never means itself.</summary>
    public bool IsRemote { get; init; }

    public bool IsLocal => Name == "local" && !IsRemote;

    /// <summary>Parses <c>local</c> or <c>[user@]host[:port]</c>.</summary>
    public static Target Parse(string text)
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
            Port = port.Success ? ParsePort(text, port.Value) : null,
        };
    }

    private static int ParsePort(string text, string digits) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : throw new UsageException($"the port of the target \"{text}\" is not between 1 and 65535");

    [GeneratedRegex(
        @"^((?<user>[^@\s]+)@)?(?<host>\[[0-9A-Fa-f:.%\w]+\]|[^@:\s\[\]]+|[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f.]*)(:(?<port>\d+))?\z")]
    private static partial Regex Pattern();
}
