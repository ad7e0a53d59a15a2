using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>A cookbook as a lock file pins it.</summary>
/// <param name="Name">The name of the cookbook.</param>
/// <param name="Source">Where it comes from, as a <c>cookbook.json</c> names it, without a commit.</param>
/// <param name="Hash">The hash of its files: see <see cref="FolderHash"/>.</param>
internal sealed record LockedCookbook(string Name, DependencySource Source, string Hash)
{
    /// <summary>The version in its own <c>cookbook.json</c>, or that of its package; null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>The commit of a Git repository: 40 digits; null for a package.</summary>
    public string? Commit { get; init; }

    /// <summary>The SHA-512 hash of the package, as NuGet writes it; null for a repository.</summary>
    public string? PackageHash { get; init; }

    /// <summary>
    /// Whether this pins what a <c>cookbook.json</c> asks for; otherwise the lock file is older than that one.
    /// </summary>
    /// <param name="wanted">The source that is asked for.</param>
    /// <param name="from">The folder of the cookbook that asks.</param>
    /// <param name="root">The folder of the lock file.</param>
    public bool Fits(DependencySource wanted, string from, string root) => (wanted, Source) switch
    {
        (GitSource git, GitSource mine) =>
            git.Location(from) == mine.Location(root) && (git.Folder is null || git.Folder == mine.Folder)
            && (git.Reference.Kind == GitReferenceKind.Commit
                ? git.Reference.Name == Commit
                : git.Reference == mine.Reference),
        _ => wanted == Source,
    };

    /// <summary>What identifies the state in errors: a version, a commit, or both.</summary>
    public override string ToString() => UsedCookbook.Of(this).State;
}
