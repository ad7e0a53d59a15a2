using System.Globalization;

namespace CSharpChef.Converge.Render.Steps;

/// <summary>Renders the pattern that the probed mode, owner and group of a path must match.</summary>
internal static class PermissionPattern
{
    /// <param name="kind">The first hexadecimal digit of the mode: 8 for a file, 4 for a directory.</param>
    public static string Of(char kind, Permissions? mode, string? owner, string? group, Probe probe)
    {
        var bits = mode is { } permissions ? permissions.Bits.ToString("x3", CultureInfo.InvariantCulture) : "???";
        var uid = owner is null ? "*" : probe.Owner(owner);
        var gid = group is null ? "*" : probe.OwningGroup(group);
        return $"\"{kind}{bits} {uid} {gid}\"";
    }
}
