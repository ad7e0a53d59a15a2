using System.Reflection;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Dependencies.Packages;
using NuGet.Packaging;

namespace CSharpChef.Dependencies.Closure;

/// <summary>Decides what recipes use of an installed package, and refuses what they cannot use.</summary>
internal static class PackageCheck
{
    private const string Cookbook = "CSharpChefCookbook";
    private const string Tool = "DotnetTool";

    /// <exception cref="RecipeException">Recipes cannot use the package.</exception>
    public static LockedPackage Lock(
        ChosenPackage chosen, InstalledPackage installed, IReadOnlyDictionary<string, string> requested)
    {
        using var package = new PackageFolderReader(installed.Folder);
        var files = new PackageFiles([.. package.GetFiles()]);
        var locked = new LockedPackage(chosen.Id, chosen.Version.ToNormalizedString(), installed.Hash)
        {
            Requested = requested,
            Dependencies = chosen.Dependencies,
            Assemblies = files.Assemblies,
            References = files.References.SequenceEqual(files.Assemblies) ? null : files.References,
            RuntimeAssemblies = files.RuntimeAssemblies,
            NativeRuntimes = files.NativeRuntimes,
        };
        return Mistake(locked, package, files, installed.Folder) is { } mistake
            ? throw new RecipeException($"{mistake}; asked for by {chosen.Path}")
            : locked;
    }

    private static string? Mistake(
        LockedPackage locked, PackageFolderReader package, PackageFiles files, string folder)
    {
        var types = package.NuspecReader.GetPackageTypes().Select(type => type.Name).ToList();
        return types.Contains(Cookbook)
            ? $"the NuGet package {locked} is a cookbook: name it in the dependencies of cookbook.json, like \"NAME\": {{ \"nuget\": \"{locked.Id}\" }}"
            : types.Contains(Tool)
            ? $"the NuGet package {locked} is a tool, which has no assemblies for recipes"
            : files.OtherFrameworks is { Count: > 0 } others
            ? $"the NuGet package {locked} has no assemblies for {RecipeFramework.Framework.GetShortFolderName()}, only for {string.Join(", ", others)}: name another version"
            : locked.NativeRuntimes.Contains(RuntimeIds.Current)
            ? PackageScope.NativeMistake(locked)
            : Newer(locked, folder);
    }

    // The assemblies of the framework are used in place of those of packages, which may not be newer then.
    private static string? Newer(LockedPackage locked, string folder)
    {
        foreach (var file in locked.RuntimeAssemblies.GetValueOrDefault(RuntimeIds.Current, locked.Assemblies))
        {
            var own = Path.Combine(FrameworkAssemblies.Folder, Path.GetFileName(file));
            if (File.Exists(own) && VersionOf(Path.Combine(folder, file)) > VersionOf(own))
            {
                return $"the NuGet package {locked} brings {Path.GetFileName(file)} {VersionOf(Path.Combine(folder, file))}, and recipes use that of the framework, {VersionOf(own)}: name an older version";
            }
        }

        return null;
    }

    private static Version? VersionOf(string assembly) => AssemblyName.GetAssemblyName(assembly).Version;
}
