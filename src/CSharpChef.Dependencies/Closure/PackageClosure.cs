using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies.Packages;
using NuGet.Versioning;
using NuGetRange = NuGet.Versioning.VersionRange;

namespace CSharpChef.Dependencies.Closure;

/// <summary>
/// Resolves and installs the NuGet packages that the scripts of a cookbook and of its dependencies need.
/// </summary>
/// <param name="feeds">Where packages come from.</param>
/// <param name="root">The cookbook with the lock file.</param>
/// <param name="pins">What it pins and what is kept, by id.</param>
internal sealed class PackageClosure(
    PackageFeeds feeds, Cookbook root, IReadOnlyDictionary<string, LockedPackage> pins)
{
    /// <param name="cookbooks">The cookbook and all that it depends on.</param>
    /// <param name="requests">What their scripts ask for.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The packages, sorted by id.</returns>
    /// <exception cref="ChefException">A package cannot be had or used, or demands contradict each other.</exception>
    public async Task<IReadOnlyList<LockedPackage>> ResolveAsync(
        IReadOnlyList<Cookbook> cookbooks, IReadOnlyList<PackageRequest> requests, CancellationToken ct)
    {
        var chosen = await new PackageGraph(feeds).ChooseAsync(root, cookbooks, [.. requests.Select(Pinned)], ct);
        return await Task.WhenAll(chosen.Select(each => LockAsync(each, requests, ct)));
    }

    /// <summary>Installs a locked package.</summary>
    /// <exception cref="ChefException">It cannot be fetched, or is another one than the lock file says.</exception>
    public async Task InstallAsync(LockedPackage locked, CancellationToken ct)
    {
        var installed = await feeds.InstallAsync(locked.Id, NuGetVersion.Parse(locked.Version), ct);
        RequireSame(locked, installed.Hash);
    }

    // What the lock file has of a floating version such as 3.* stays while it suits.
    private PackageRequest Pinned(PackageRequest request) =>
        request.Range.IsFloating
        && pins.TryGetValue(request.Id, out var pin)
        && NuGetVersion.Parse(pin.Version) is var version
        && request.Range.Satisfies(version)
            ? request with { Range = new NuGetRange(version) }
            : request;

    private async Task<LockedPackage> LockAsync(
        ChosenPackage chosen, IReadOnlyList<PackageRequest> requests, CancellationToken ct)
    {
        var installed = await feeds.InstallAsync(chosen.Id, chosen.Version, ct);
        if (pins.TryGetValue(chosen.Id, out var pin) && pin.Version == chosen.Version.ToNormalizedString())
        {
            RequireSame(pin, installed.Hash);
        }

        return PackageCheck.Lock(chosen, installed, requests
            .Where(request => request.Id.Equals(chosen.Id, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(request => request.Cookbook, request => request.Version));
    }

    private void RequireSame(LockedPackage locked, string hash)
    {
        if (hash != locked.Hash)
        {
            throw new RecipeException(
                $"the NuGet package {locked} is not the one that the lock file has: its hash is {hash}, not {locked.Hash}. See what changed, and lock it again with {LockCommand.Update(locked.Id, root.Files.Folder)}");
        }
    }
}
