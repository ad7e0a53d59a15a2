using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Converge.Workers;

/// <summary>What a worker sees of the disk besides the program itself. It can read all of it.</summary>
/// <param name="CookbookRoots">The folders of cookbooks. Errors name files from the first one.</param>
/// <param name="Compiled">The folder of compiled scripts; only a worker that compiles can write to it.</param>
internal sealed record WorkerFolders(IReadOnlyList<string> CookbookRoots, string Compiled)
{
    /// <summary>The cache of locked cookbooks; null when no lock file counts.</summary>
    public string? CookbookCache { get; init; }

    /// <summary>The folder of NuGet packages; null when no lock file counts.</summary>
    public string? Packages { get; init; }

    /// <summary>The files and folders in these two that lock files of the cookbooks name.</summary>
    public IReadOnlyList<string> Locked { get; init; } = [];

    /// <summary>Whether the worker compiles.</summary>
    public bool IsCompiling { get; init; }

    /// <summary>The folders for some cookbooks, with what their lock files name.</summary>
    /// <param name="cookbooks">The folders of cookbooks and their cache.</param>
    /// <param name="names">The cookbooks whose lock files count.</param>
    /// <param name="compiled">The folder of compiled scripts.</param>
    /// <param name="packages">The folder of NuGet packages.</param>
    /// <exception cref="RecipeException">A lock file names a package outside of that folder.</exception>
    public static WorkerFolders Of(
        CookbookStore cookbooks, IReadOnlyList<string> names, string compiled, string packages)
    {
        var locks = names.Select(name => cookbooks.Get(name).Lock).OfType<CookbookLock>().ToList();
        return new WorkerFolders(cookbooks.Roots, compiled)
        {
            CookbookCache = cookbooks.Cache.Folder,
            Packages = packages,
            Locked =
            [
                .. locks.SelectMany(each => each.Cookbooks.Values)
                    .Where(each => cookbooks.FolderOf(each.Name) is null && cookbooks.Cache.Has(each))
                    .SelectMany(cookbooks.Cache.PathsOf),
                .. locks.SelectMany(each => each.Packages.Values).Select(each => FolderOf(each, packages))
                    .Where(Directory.Exists),
            ],
        };
    }

    private static string FolderOf(LockedPackage package, string packages)
    {
        var folder = Path.GetFullPath(new GlobalPackages(packages).FolderOf(package));
        return Path.GetDirectoryName(Path.GetDirectoryName(folder)) == Path.GetFullPath(packages)
            ? folder
            : throw new RecipeException($"a lock file names the NuGet package {package}, which cannot be the name of one");
    }
}
