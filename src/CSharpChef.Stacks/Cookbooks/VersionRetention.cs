namespace CSharpChef.Stacks.Cookbooks;

/// <summary>Decides which versions of a stack's cookbooks are removed.</summary>
internal static class VersionRetention
{
    /// <summary>The versions that are kept whatever uses them.</summary>
    public const int Kept = 5;

    /// <param name="versions">The versions on disk, the newest first.</param>
    /// <param name="used">Those of the stack's state and of commands that run or wait.</param>
    /// <returns>Those that neither anything uses nor are among the newest five.</returns>
    public static IReadOnlyList<string> ToRemove(IEnumerable<string> versions, IReadOnlyCollection<string> used) =>
        [.. versions.Skip(Kept).Where(version => !used.Contains(version))];
}
