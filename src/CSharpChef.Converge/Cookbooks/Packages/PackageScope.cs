using System.Text;
using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>
/// The NuGet packages that the recipes of one cookbook of the run list, the root, and of its dependencies can use.
/// </summary>
internal sealed class PackageScope
{
    private readonly Cookbook root;
    private readonly Dictionary<string, string> versions;
    private readonly Lazy<GlobalPackages> installed;

    // What a run has found once, it does not look for again.
    private volatile bool isComplete;

    /// <param name="root">The cookbook whose lock file counts.</param>
    /// <param name="cookbooks">The root and its dependencies.</param>
    public PackageScope(Cookbook root, IEnumerable<Cookbook> cookbooks)
    {
        this.root = root;
        installed = new(() => GlobalPackages.Near(root.Files.Folder));
        versions = VersionsOf(cookbooks);
        Key = KeyOf(Locked, versions);
    }

    /// <summary>Changes when another package, version or content is locked or asked for in a cookbook.json.</summary>
    public string Key { get; }

    /// <summary>The packages of the lock file.</summary>
    public IReadOnlyCollection<LockedPackage> Locked => root.Lock is { } known ? [.. known.Packages.Values] : [];

    /// <summary>The lock file as errors name it.</summary>
    public string File => root.Files.PathOf(CookbookLock.FileName);

    /// <summary>The packages of the lock file that NuGet's folder of packages lacks.</summary>
    /// <exception cref="RecipeException">One is there with another content.</exception>
    public IReadOnlyList<LockedPackage> Missing
    {
        get
        {
            if (isComplete)
            {
                return [];
            }

            List<LockedPackage> missing = [.. Locked.Where(package => !installed.Value.Has(package, root))];
            isComplete = missing.Count == 0;
            return missing;
        }
    }

    /// <exception cref="RecipeException">A package is missing, or cannot be used on this machine.</exception>
    public void RequireUsable()
    {
        if (Missing is [var missing, ..])
        {
            throw new RecipeException(
                $"{File}: the NuGet package {missing} is not in {installed.Value.Folder}: fetch it with {LockCommand.Install(root.Files.Folder)}");
        }

        if (Locked.FirstOrDefault(package => package.NativeRuntimes.Contains(RuntimeIds.Current)) is { } native)
        {
            throw new RecipeException($"{File}: {NativeMistake(native)}");
        }
    }

    /// <summary>Why a package with native libraries for this machine is refused.</summary>
    public static string NativeMistake(LockedPackage package) =>
        $"the NuGet package {package} has native libraries for {RuntimeIds.Current}, and recipes can load only managed assemblies: use another package, or do it on the node with Execute";

    /// <summary>The locked package that a script asks for.</summary>
    /// <param name="directive">What the script asks for.</param>
    /// <param name="cookbook">The cookbook of the script.</param>
    /// <exception cref="RecipeException">The lock file is missing, or older than the script.</exception>
    public LockedPackage Get(PackageDirective directive, string cookbook)
    {
        var locked = root.Lock?.Packages.GetValueOrDefault(directive.Id);
        var requested = locked?.Requested.GetValueOrDefault(cookbook);
        var wanted = directive.Version ?? versions.GetValueOrDefault($"{cookbook}/{directive.Id}", requested ?? "");
        return locked is not null && requested is not null && requested == wanted ? locked : throw new RecipeException(
            $"{directive.Place}: error: {Staleness(directive, requested)}: write it with {LockCommand.Install(root.Files.Folder)}");
    }

    /// <summary>The packages, and all that they need.</summary>
    public IReadOnlyList<LockedPackage> WithDependencies(IEnumerable<LockedPackage> packages)
    {
        var all = new List<LockedPackage>();
        var next = new Queue<LockedPackage>(packages);
        while (next.TryDequeue(out var package))
        {
            if (!all.Contains(package))
            {
                all.Add(package);
                package.Dependencies.Select(id => root.Lock!.Packages.GetValueOrDefault(id)).OfType<LockedPackage>()
                    .ToList().ForEach(next.Enqueue);
            }
        }

        return all;
    }

    /// <summary>The full paths of the assemblies that recipes are compiled with.</summary>
    public IEnumerable<string> ReferencesOf(LockedPackage package) =>
        Paths(package, package.References ?? package.Assemblies);

    /// <summary>The full paths of the assemblies that recipes load on this machine.</summary>
    public IEnumerable<string> AssembliesOf(LockedPackage package) =>
        Paths(package, package.RuntimeAssemblies.GetValueOrDefault(RuntimeIds.Current, package.Assemblies));

    private IEnumerable<string> Paths(LockedPackage package, IReadOnlyList<string> files) => files
        .Where(file => !FrameworkAssemblies.Has(Path.GetFileNameWithoutExtension(file)))
        .Select(file => Path.Combine(installed.Value.FolderOf(package), file));

    private string Staleness(PackageDirective directive, string? requested) => root.Lock is null
        ? $"{root.Name} has no {CookbookLock.FileName}, which pins the NuGet package {directive.Id}"
        : $"{File} does not fit this: it does not pin {directive.Id}{(directive.Version is { } version ? $" for version {version}" : "")}{(requested is null ? "" : $", but for {requested}")}";

    private static Dictionary<string, string> VersionsOf(IEnumerable<Cookbook> cookbooks)
    {
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var cookbook in cookbooks)
        {
            foreach (var (id, version) in cookbook.Manifest.Packages)
            {
                versions[$"{cookbook.Name}/{id}"] = version;
            }
        }

        return versions;
    }

    private static string KeyOf(IReadOnlyCollection<LockedPackage> locked, Dictionary<string, string> versions)
    {
        var key = new StringBuilder();
        foreach (var package in locked)
        {
            key.Append(package.Id).Append(' ').Append(package.Version).Append(' ').Append(package.Hash);
            foreach (var (cookbook, version) in package.Requested)
            {
                key.Append(' ').Append(cookbook).Append(' ').Append(version);
            }

            key.Append('\n');
        }

        foreach (var (id, version) in versions)
        {
            key.Append(id).Append(' ').Append(version).Append('\n');
        }

        return key.ToString();
    }
}
