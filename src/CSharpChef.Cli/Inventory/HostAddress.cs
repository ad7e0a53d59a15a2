using System.Globalization;
using System.Net;

namespace CSharpChef.Cli.Inventory;

/// <summary>The address of a host in an inventory: a name or an IP address, without user and port.</summary>
internal static class HostAddress
{
    /// <summary>The address without the brackets that may be around an IPv6 address.</summary>
    public static string Plain(string text) => IsIp(text) ? text.Trim('[', ']') : text;

    /// <summary>Why a text is not an address, and what to write; null when it may be one.</summary>
    public static string? Mistake(string text)
    {
        var at = text.LastIndexOf('@');
        var colon = text.LastIndexOf(':');
        var port = colon > at && !IsIp(text[(at + 1)..]) ? text[(colon + 1)..] : null;
        var isPort = int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var host = text[(at + 1)..(isPort ? colon : text.Length)];
        List<string> parts = [];
        if (at >= 0)
        {
            parts.Add($"\"user\": \"{text[..at]}\"");
        }

        if (isPort)
        {
            parts.Add($"\"port\": {port}");
        }

        return parts.Count > 0 ? $"write \"address\": \"{host}\", {string.Join(", ", parts)}"
            : text.Length == 0 ? "it is empty"
            : text.Any(char.IsWhiteSpace) ? "it has a blank in it"
            : port is not null || text.Contains('/') ? "write the name alone"
            : null;
    }

    private static bool IsIp(string text) =>
        IPAddress.TryParse(text is ['[', .. var inner, ']'] ? inner : text, out _)
        && !text.Contains("]:", StringComparison.Ordinal);
}
