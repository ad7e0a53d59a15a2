using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Cookbooks.Versions;
using NuGetVersion = NuGet.Versioning.NuGetVersion;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>
/// Chooses what suits all who ask for a name: what a lock file pins, else the newest. What has to be locked is fetched.
/// </summary>
/// <param name="store">The folders of cookbooks.</param>
/// <param name="sources">Fetches cookbooks.</param>
/// <param name="pins">What a lock file pins, by name.</param>
/// <param name="root">The folder of the lock file.</param>
internal sealed class CookbookChoice(
    CookbookStore store, CookbookSources sources, IReadOnlyDictionary<string, LockedCookbook> pins, string root)
{
    /// <param name="demands">All demands on the name that are known; at least one.</param>
    /// <param name="ct">Ends a fetch.</param>
    /// <exception cref="ChefException">No version suits all demands, or the cookbook cannot be fetched.</exception>
    public async Task<Chosen> ForAsync(IReadOnlyList<Demand> demands, CancellationToken ct)
    {
        var deciding = Deciding(demands);
        return deciding.Source switch
        {
            PathSource path => new Chosen(Open(deciding, path.Location(deciding.Folder)), null),
            GitSource source => Opened(
                deciding, await PinOfAsync(demands, ct) ?? sources.Git.Fetch(deciding.Name, source, root, ct)),
            NuGetSource source => Opened(
                deciding, await PinOfAsync(demands, ct) ?? await FetchNewestAsync(demands, source, ct)),
            _ => new Chosen(InFolders(deciding), null),
        };
    }

    // A name alone is found wherever another demand says; a tag or branch says more than the commit that it means.
    private static Demand Deciding(IReadOnlyList<Demand> demands) =>
        demands.FirstOrDefault(
            demand => demand.Source is not FolderSource and not GitSource { Reference.Kind: GitReferenceKind.Commit })
        ?? demands.FirstOrDefault(demand => demand.Source is not FolderSource)
        ?? demands[0];

    private async Task<LockedCookbook?> PinOfAsync(IReadOnlyList<Demand> demands, CancellationToken ct)
    {
        var pin = FittingPin(demands);
        if (pin is not null && !store.Cache.HasUnchanged(pin))
        {
            await sources.FetchAsync(pin, root, ct);
        }

        return pin;
    }

    private LockedCookbook? FittingPin(IReadOnlyList<Demand> demands) =>
        pins.GetValueOrDefault(demands[0].Name) is { } pin
        && pin.Fits(Deciding(demands).Source, root, root)
        && demands.All(each => each.Allows(SemanticVersion.Parse(pin.Version ?? "")))
            ? pin
            : null;

    private async Task<LockedCookbook> FetchNewestAsync(
        IReadOnlyList<Demand> demands, NuGetSource source, CancellationToken ct)
    {
        var name = demands[0].Name;
        var versions = await sources.Packages.VersionsAsync(source.Id, ct);
        var newest = versions.FirstOrDefault(version => Suits(version, demands))
            ?? throw new RecipeException(Contradiction(name, demands, versions));
        return await sources.Packages.FetchAsync(name, source, newest, ct);
    }

    // A version before its release is taken only where a demand names one.
    private static bool Suits(NuGetVersion version, IReadOnlyList<Demand> demands) =>
        demands.All(demand => demand.Allows(SemanticVersion.Parse(version.ToNormalizedString())))
        && (!version.IsPrerelease || demands.Any(demand => demand.Dependency.Version?.NamesPrerelease == true));

    private static string Contradiction(
        string name, IReadOnlyList<Demand> demands, IReadOnlyList<NuGetVersion> versions)
    {
        var existing = string.Join(", ", versions.Take(10)) + (versions.Count > 10 ? ", …" : "");
        return $"no version of {name} suits all who ask for it:\n  {string.Join("\n  ", demands)}\n  The feeds have {existing}."
            + (versions.All(version => version.IsPrerelease)
                ? " They are all before a release: name one in the range, like \"[1.0.0-beta.1,)\", to take it."
                : "");
    }

    private Chosen Opened(Demand demand, LockedCookbook locked) => new(
        Usable(demand, new Cookbook(locked.Name, store.Cache.FolderOf(locked)), $"{locked.Source}"), locked);

    private Cookbook InFolders(Demand demand) => store.Find(demand.Name)
        ?? throw new RecipeException($"{demand.Place}: {store.UnknownCookbook(demand.Name).Message}");

    private static Cookbook Open(Demand demand, string folder) => Directory.Exists(folder)
        ? Usable(demand, new Cookbook(demand.Name, folder), ShownPath.Of(folder))
        : throw new RecipeException(
            $"{demand.Place}: there is no folder {ShownPath.Of(folder)} with the cookbook {demand.Name}");

    private static Cookbook Usable(Demand demand, Cookbook cookbook, string source) =>
        cookbook.Manifest.Name is { } other && other != demand.Name
            ? throw new RecipeException(
                $"{demand.Place}: {source} has the cookbook \"{other}\", and not \"{demand.Name}\": ask for it as \"{other}\"")
            : CookbookStore.Usable(cookbook);
}
