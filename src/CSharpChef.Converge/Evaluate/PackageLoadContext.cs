using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Loads the assemblies of the NuGet packages of a run, each once for all of its recipes. It is unloaded when nothing
/// uses it any more.
/// </summary>
internal sealed class PackageLoadContext() : AssemblyLoadContext("packages", isCollectible: true)
{
    private static readonly Assembly RecipeLanguage = typeof(RecipeContext).Assembly;

    private readonly ConcurrentDictionary<string, UsedPackage> used = new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the packages of recipes available.</summary>
    /// <exception cref="RecipeException">Another lock file of this run pins another version of one.</exception>
    public void Add(PackageScope scope)
    {
        foreach (var package in scope.Locked.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase))
        {
            var first = used.GetOrAdd(package.Id, new UsedPackage(package, scope.File));
            if (first.Package.Hash != package.Hash)
            {
                throw new RecipeException(
                    $"{scope.File}: this locks the NuGet package {package}, and {first.File}, which this run uses too, {first.Package}: lock the same in both, by the version that their scripts name");
            }

            foreach (var path in scope.AssembliesOf(package))
            {
                paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
            }
        }
    }

    /// <summary>An assembly of the recipe language or of a package; null for all others.</summary>
    public Assembly? Find(AssemblyName name) => name.Name == RecipeLanguage.GetName().Name
        ? RecipeLanguage
        : paths.TryGetValue(name.Name!, out var path) ? LoadFromAssemblyPath(path) : null;

    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);

    /// <summary>A package of the run, with the first lock file that pins it.</summary>
    private sealed record UsedPackage(LockedPackage Package, string File);
}
