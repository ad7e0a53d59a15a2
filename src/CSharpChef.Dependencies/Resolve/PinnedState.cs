using CSharpChef.Converge.Cookbooks;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>Fetches a locked cookbook from the kind of source that it has.</summary>
internal static class PinnedState
{
    /// <param name="locked">What the lock file pins.</param>
    /// <param name="git">Fetches cookbooks of Git repositories.</param>
    /// <param name="packages">Fetches cookbooks of packages.</param>
    /// <param name="folder">The folder of the lock file.</param>
    /// <param name="ct">Ends the fetch.</param>
    /// <exception cref="ChefException">It cannot be fetched, or is another one than the lock file says.</exception>
    public static async Task FetchAsync(
        LockedCookbook locked, GitCookbooks git, NuGetCookbooks packages, string folder, CancellationToken ct)
    {
        if (locked.Source is NuGetSource)
        {
            await packages.FetchAsync(locked, ct);
        }
        else
        {
            git.Fetch(locked, folder, ct);
        }
    }
}
