using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Ssh;

/// <summary>Parses one host of ProxyJump: <c>[user@]host[:port]</c> or <c>ssh://[user@]host[:port]</c>.</summary>
internal static class JumpHost
{
    private const string Scheme = "ssh://";

    public static Target Parse(string jump)
    {
        var text = jump.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? jump[Scheme.Length..].TrimEnd('/')
            : jump;
        var at = text.LastIndexOf('@');
        var (user, host) = at < 0 ? (null, text) : (text[..at], text[(at + 1)..]);
        var colon = host.LastIndexOf(':');
        var hasPort = colon > 0 && (host.IndexOf(':') == colon || host[colon - 1] == ']');
        int? port = hasPort && int.TryParse(host[(colon + 1)..], out var number) ? number : null;
        var name = (hasPort ? host[..colon] : host).Trim('[', ']');
        return new Target(name) { User = user, Port = port };
    }
}
