using System.Collections.Concurrent;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// The cookbooks that a run can use. Those in some folders are found by name; the first folder that has one wins. What
/// they depend on beyond that comes from other folders and from the cache of locked cookbooks. Each file is read once,
/// so that all hosts of a run see the same content.
/// </summary>
internal sealed class CookbookStore
{
    private static readonly SemanticVersion ToolVersion =
        SemanticVersion.Parse(typeof(CookbookStore).Assembly.GetName().Version!.ToString(fieldCount: 3))!;

    private readonly ConcurrentDictionary<string, Lazy<Cookbook>> found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LockedCookbook> locked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Cookbook> roots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UsedCookbook> replaced = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UsedCookbook> fromRepositories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<PackageScope>> packages = new(StringComparer.Ordinal);

    public CookbookStore(IReadOnlyList<string> roots) =>
        Roots = [.. roots.Select(root => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)))];

    /// <summary>The cookbooks beside one, whose folder may have another name than it.</summary>
    public static CookbookStore Beside(string cookbook, CookbookCache cache, out string name)
    {
        var folder = Path.TrimEndingDirectorySeparator(cookbook);
        name = new Cookbook(Path.GetFileName(folder), folder).Manifest.Name ?? Path.GetFileName(folder);
        return new CookbookStore([Path.GetDirectoryName(folder)!])
        {
            Folders = new Dictionary<string, string> { [name] = folder },
            Cache = cache,
        };
    }

    public IReadOnlyList<string> Roots { get; }

    /// <summary>The folders of cookbooks that are files of a Git repository.</summary>
    public IReadOnlyList<FetchedRepository> Repositories { get; init; } = [];

    /// <summary>Cookbooks in folders that may have other names than they, by name.</summary>
    public IReadOnlyDictionary<string, string> Folders { get; init; } = new Dictionary<string, string>();

    /// <summary>The cookbooks that come from a certain folder of cookbooks, by name.</summary>
    public IReadOnlyDictionary<string, string> RootOf { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder out of which paths of dependencies must not lead; null for none.</summary>
    public string? Within { get; init; }

    /// <summary>The texts that stand for files.</summary>
    public OpenedFiles? Opened { get; init; }

    public CookbookCache Cache { get; init; } = CookbookCache.Default();

    /// <summary>
    /// The cookbooks of repositories and lock files that the recipes asked for so far use, and those that a folder of
    /// cookbooks has instead, sorted by name.
    /// </summary>
    public IReadOnlyList<UsedCookbook> Used =>
    [
        .. locked.Values.Select(each => UsedCookbook.Of(each))
            .Concat(replaced.Values)
            .Concat(fromRepositories.Values)
            .OrderBy(each => each.Name, StringComparer.Ordinal),
    ];

    /// <summary>The names of all cookbooks in the folders, sorted.</summary>
    public IReadOnlyList<string> Names => [.. Roots
        .Where(Directory.Exists)
        .SelectMany(root => RepositoryAt(root)?.Names
            ?? Directory.EnumerateDirectories(root).Select(folder => Path.GetFileName(folder)))
        .Where(RunListItem.IsName)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    public Cookbook Get(string name) => Find(name) ?? throw UnknownCookbook(name);

    /// <summary>A cookbook of the folders, or one that another in use depends on; null when there is none.</summary>
    public Cookbook? Find(string name) => found.TryGetValue(name, out var used)
        ? used.Value
        : FolderOf(name) is { } folder ? Open(name, folder) : null;

    /// <summary>The path of a file by its logical path, such as <c>web/recipes/default.csx</c>.</summary>
    public string? PathOf(string logical)
    {
        var slash = logical.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && (found.TryGetValue(logical[..slash], out var cookbook)
            ? cookbook.Value.Files.Folder
            : FolderOf(logical[..slash])) is { } folder
                ? Path.Combine(folder, logical[(slash + 1)..])
                : null;
    }

    /// <summary>Returns the cookbooks and all their dependencies, each once, dependencies first.</summary>
    public IReadOnlyList<Cookbook> WithDependencies(IEnumerable<string> names)
    {
        var ordered = new List<Cookbook>();
        foreach (var name in names)
        {
            var cookbook = Get(name);
            new DependencyWalk(this, roots.GetValueOrDefault(name, cookbook)).AddTo(ordered, cookbook);
        }

        return ordered;
    }

    /// <summary>Returns the dependencies of a cookbook, each after its own, and the cookbook last.</summary>
    public IReadOnlyList<Cookbook> WithDependencies(Cookbook root)
    {
        var ordered = new List<Cookbook>();
        new DependencyWalk(this, root).AddTo(ordered, root);
        return ordered;
    }

    /// <summary>What the lock file of a cookbook names, and neither the cache nor a folder of cookbooks has.</summary>
    /// <exception cref="RecipeException">The lock file is older than the dependencies of the cookbook.</exception>
    public IReadOnlyList<LockedCookbook> Missing(Cookbook root)
    {
        if (root.Lock is not { } known)
        {
            return [];
        }

        RequireFreshLock(root);
        return [.. known.Cookbooks.Values.Where(each => FolderOf(each.Name) is null && !Cache.Has(each))];
    }

    /// <exception cref="RecipeException">
    /// The lock file of a cookbook is missing, or older than its dependencies.
    /// </exception>
    public void RequireFreshLock(Cookbook root) => new DependencyWalk(this, root).RequireFreshLock();

    /// <summary>What the lock file of a cookbook names, and NuGet's folder of packages lacks.</summary>
    /// <exception cref="RecipeException">A package is there with another content.</exception>
    public IReadOnlyList<LockedPackage> MissingPackages(Cookbook root) =>
        root.Lock is { Packages.Count: > 0 } ? PackagesOf(root.Name).Missing : [];

    /// <summary>
    /// The NuGet packages that the recipes of a cookbook can use: those that the lock file of its root pins.
    /// </summary>
    public PackageScope PackagesOf(string cookbook) =>
        packages.GetOrAdd(cookbook, name => new(() => NewPackagesOf(name))).Value;

    private PackageScope NewPackagesOf(string cookbook)
    {
        var root = roots.GetValueOrDefault(cookbook) ?? Get(cookbook);
        return root.Name == cookbook ? new PackageScope(root, WithDependencies(root)) : PackagesOf(root.Name);
    }

    /// <summary>The folder of a cookbook in the folders of cookbooks; null when none has it.</summary>
    public string? FolderOf(string name) => Folders.TryGetValue(name, out var own) ? own
        : RunListItem.IsName(name)
        ? (RootOf.TryGetValue(name, out var only) ? [only] : Roots)
            .Select(root => FolderIn(root, name))
            .FirstOrDefault(folder => folder is not null)
        : null;

    /// <summary>The repository whose files a folder is among; null for other folders.</summary>
    public FetchedRepository? RepositoryOf(string folder) =>
        Repositories.FirstOrDefault(repository => repository.Has(folder));

    /// <summary>Opens the cookbook of a name in a folder.</summary>
    /// <exception cref="RecipeException">Another folder is in use for that name.</exception>
    public Cookbook Open(string name, string folder)
    {
        var cookbook = found.GetOrAdd(name, _ => new Lazy<Cookbook>(() => ReadOrRefuse(name, folder))).Value;
        return cookbook.Files.Folder == folder ? cookbook : throw new RecipeException(
            $"the cookbook \"{name}\" would be used from two places, {ShownPath.Of(cookbook.Files.Folder)} and {ShownPath.Of(folder)}: name one source for it in the cookbook.json of each cookbook of the run list");
    }

    /// <summary>Opens the cookbook that a folder has in place of a locked one.</summary>
    public Cookbook OpenInPlaceOf(LockedCookbook cookbook, string folder)
    {
        replaced.TryAdd(cookbook.Name, UsedCookbook.Of(cookbook, folder));
        return Open(cookbook.Name, folder);
    }

    /// <summary>Opens a locked cookbook.</summary>
    /// <exception cref="RecipeException">It is not in the cache, or another lock file of this run pins another
    /// state.</exception>
    public Cookbook Open(LockedCookbook cookbook, string file)
    {
        var used = locked.GetOrAdd(cookbook.Name, cookbook);
        if (used.Hash != cookbook.Hash)
        {
            var advice = cookbook.Source == used.Source
                ? $"lock the same in both, with {LockCommand.Update(cookbook.Name, Path.GetDirectoryName(file)!)}"
                : $"the first comes from {cookbook.Source}, and the other from {used.Source}; name the same source of {cookbook.Name} in the cookbook.json of both, and then type {LockCommand.Install(Path.GetDirectoryName(file)!)}";
            throw new RecipeException(
                $"{file}: this locks {cookbook.Name} at {cookbook}, and the lock file of another cookbook of this run at {used}: {advice}");
        }

        return Cache.Has(cookbook) ? Open(cookbook.Name, Cache.FolderOf(cookbook)) : throw new RecipeException(
            $"{file}: {cookbook.Name} ({cookbook}) is not in the cache of this machine: fetch it with {LockCommand.Install(Path.GetDirectoryName(file)!)}");
    }

    /// <summary>
    /// Notes the cookbook of the run list that depends on another: its sources and lock file count for that one too.
    /// </summary>
    public void NoteRoot(Cookbook dependency, Cookbook root)
    {
        if (dependency != root)
        {
            roots.TryAdd(dependency.Name, root);
        }
    }

    /// <summary>
    /// Whether a cookbook in use comes from the cache, so that its own paths and lock file mean nothing here.
    /// </summary>
    public bool IsLocked(Cookbook cookbook) =>
        locked.TryGetValue(cookbook.Name, out var pinned) && Cache.FolderOf(pinned) == cookbook.Files.Folder;

    /// <summary>The version of a cookbook: that of its package, or the one in its cookbook.json.</summary>
    public SemanticVersion? VersionOf(Cookbook cookbook) =>
        IsLocked(cookbook) && locked[cookbook.Name].Version is { } version
            ? SemanticVersion.Parse(version)
            : cookbook.Manifest.Version;

    public RecipeException UnknownCookbook(string name, Cookbook? neededBy = null) => new(
        (neededBy is null ? "" : $"{neededBy.PlaceInManifest($"dependencies.{name}")}: ")
        + $"there is no cookbook \"{name}\"{(neededBy is null ? "" : $", which {neededBy.Name} depends on,")}"
        + $" in {string.Join(" or ", Roots.Select(Shown))}"
        + Nearest.Question(name, Names));

    private string Shown(string root) => RepositoryAt(root) is { } repository
        ? $"{repository.Location}"
        : Directory.Exists(root) ? root : $"{root} (which does not exist)";

    private string? FolderIn(string root, string name) => RepositoryAt(root) is { } repository
        ? repository.FolderOf(name)
        : Path.Combine(root, name) is var folder && Directory.Exists(folder) ? folder : null;

    private FetchedRepository? RepositoryAt(string root) =>
        Repositories.FirstOrDefault(repository => repository.Folder == root);

    private Cookbook ReadOrRefuse(string name, string folder)
    {
        var repository = RepositoryOf(folder);
        repository?.RequireWhole(folder);
        var cookbook = Read(name, folder);
        if (repository is not null)
        {
            fromRepositories.TryAdd(name, repository.Used(cookbook));
        }

        return cookbook;
    }

    private Cookbook Read(string name, string folder)
    {
        var cookbook = new Cookbook(name, folder, Opened);
        return cookbook.Manifest.Name is { } other && other != name
            ? throw new RecipeException(
                $"{cookbook.PlaceInManifest("name")}: this names the cookbook \"{other}\": rename its folder {folder}, or that")
            : Usable(cookbook);
    }

    /// <exception cref="RecipeException">The cookbook is made for other versions of this program.</exception>
    public static Cookbook Usable(Cookbook cookbook)
    {
        var range = cookbook.Manifest.CSharpChef;
        return range is null || range.Contains(ToolVersion) ? cookbook : throw new RecipeException(
            $"{cookbook.PlaceInManifest("csharpchef")}: {cookbook.Name} needs csharpchef {range}, and this is {ToolVersion}: install another version of csharpchef, or of {cookbook.Name}");
    }
}
