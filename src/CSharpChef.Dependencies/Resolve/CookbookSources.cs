using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Dependencies.Git;
using CSharpChef.Dependencies.Packages;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>Fetches cookbooks from the sources that a lock file pins.</summary>
/// <param name="Git">Fetches cookbooks of Git repositories.</param>
/// <param name="Packages">Fetches cookbooks of NuGet packages.</param>
internal sealed record CookbookSources(GitCookbooks Git, NuGetCookbooks Packages)
{
    /// <param name="locked">What the lock file pins.</param>
    /// <param name="folder">The folder of the lock file.</param>
    /// <param name="ct">Ends the fetch.</param>
    /// <exception cref="ChefException">It cannot be fetched, or is another one than the lock file says.</exception>
    public async Task FetchAsync(LockedCookbook locked, string folder, CancellationToken ct)
    {
        if (locked.Source is NuGetSource)
        {
            await Packages.FetchAsync(locked, ct);
        }
        else
        {
            Git.Fetch(locked, folder, ct);
        }
    }
}
