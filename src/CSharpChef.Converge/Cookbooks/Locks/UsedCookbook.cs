namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>A fetched cookbook that a run used, or the folder that it used in its place.</summary>
/// <param name="Name">The name of the cookbook.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record UsedCookbook(string Name, DependencySource Source)
{
    /// <summary>The version in its own <c>cookbook.json</c>, or that of its package; null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>The commit of a Git repository; null for a package.</summary>
    public string? Commit { get; init; }

    /// <summary>The folder that was used in place of what the lock file pins; null when that was used.</summary>
    public string? Folder { get; init; }

    /// <summary>What a lock file pins, as it was used.</summary>
    public static UsedCookbook Of(LockedCookbook locked, string? folder = null) => new(locked.Name, locked.Source)
    {
        Version = locked.Version,
        Commit = locked.Commit,
        Folder = folder,
    };

    public override string ToString() => Folder is null
        ? $"{Name} {State}"
        : $"{Name} from {ShownPath.Of(Folder)}, in place of {State}, which the lock file pins";

    /// <summary>What identifies the state in messages: a version, a commit, or both.</summary>
    public string State => (Version, Commit) switch
    {
        ({ } version, { } commit) => $"{version}, commit {commit}",
        (null, { } commit) => $"commit {commit}",
        _ => Version ?? $"{Source}",
    };
}
