using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render.Steps;

/// <summary>Renders the pattern that the probed mode, owner and group of a path must match.</summary>
internal static class PermissionPattern
{
    /// <param name="kind">What must be at the path: <c>file</c> or <c>directory</c>.</param>
    public static string Of(string kind, Permissions? mode, string? owner, string? group, Probe probe)
    {
        var bits = mode is { } permissions ? $"{permissions}" : "*";
        var uid = owner is null ? "*" : probe.Owner(owner);
        var gid = group is null ? "*" : probe.OwningGroup(group);
        return $"\"{kind} {bits} {uid} {gid}\"";
    }
}
