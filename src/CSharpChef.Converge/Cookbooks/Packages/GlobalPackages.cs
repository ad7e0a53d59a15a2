using System.Text.Json;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>
/// NuGet's own folder of packages on this machine, which all .NET projects of the user share. It is read without the
/// libraries of NuGet, which take long to load.
/// </summary>
internal sealed class GlobalPackages(string folder)
{
    private const string MetadataFile = ".nupkg.metadata";

    public string Folder { get; } = folder;

    /// <summary>The folder that the settings nearest to a cookbook name.</summary>
    public static GlobalPackages Near(string folder) => new(PackagesFolder.Near(folder));

    /// <summary>The folder of a package, whether it exists or not.</summary>
    public string FolderOf(LockedPackage package) =>
        Path.Combine(Folder, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());

    /// <summary>Whether the package is there.</summary>
    /// <param name="package">The package.</param>
    /// <param name="root">The cookbook whose lock file pins it.</param>
    /// <exception cref="RecipeException">It is there with another content than the locked one.</exception>
    public bool Has(LockedPackage package, Cookbook root)
    {
        if (HashOf(package) is not { } hash)
        {
            return false;
        }

        return hash == package.Hash ? true : throw new RecipeException(
            $"{root.Files.PathOf(CookbookLock.FileName)}: the NuGet package {package} in {FolderOf(package)} is not the locked one: its hash is {hash}, not {package.Hash}. See what changed: when that folder is wrong, remove it; when the lock file is, lock the package again with {LockCommand.Update(package.Id, root.Files.Folder)}");
    }

    // NuGet writes this file last, so a package that has it is complete.
    private string? HashOf(LockedPackage package)
    {
        try
        {
            using var metadata = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FolderOf(package), MetadataFile)));
            return metadata.RootElement.GetProperty("contentHash").GetString();
        }
        catch (Exception e) when (CacheFiles.IsMiss(e) || e is JsonException or KeyNotFoundException)
        {
            return null;
        }
    }
}
