using System.Globalization;

namespace CSharpChef.Converge.Render.Steps;

/// <summary>The pattern that a probed row of kind, mode, uid and gid must fit.</summary>
internal static class PermissionPattern
{
    /// <param name="kind">The first hexadecimal digit of the mode: 8 a file, 4 a directory.</param>
    public static string Of(char kind, Permissions? mode, string? owner, string? group, Probe probe)
    {
        var bits = mode is { } wanted ? wanted.Bits.ToString("x3", CultureInfo.InvariantCulture) : "???";
        var uid = owner is null ? "*" : probe.Owner(owner);
        var gid = group is null ? "*" : probe.Group(group);
        return $"\"{kind}{bits} {uid} {gid}\"";
    }
}
