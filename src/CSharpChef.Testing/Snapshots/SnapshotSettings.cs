namespace CSharpChef.Testing;

/// <summary>The environment variables of snapshots.</summary>
internal static class SnapshotSettings
{
    public const string Accept = "CSHARPCHEF_ACCEPT_SNAPSHOTS";

    /// <param name="variable">Returns the value of an environment variable.</param>
    public static SnapshotMode Mode(Func<string, string?> variable) =>
        IsSet(variable("CI")) ? SnapshotMode.Ci
        : IsSet(variable(Accept)) ? SnapshotMode.Accept
        : SnapshotMode.Compare;

    private static bool IsSet(string? value) => value?.ToLowerInvariant() is not (null or "" or "0" or "false");
}
