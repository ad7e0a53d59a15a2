using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;
using NuGetRange = NuGet.Versioning.VersionRange;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// Makes a package of a cookbook: its files below <c>cookbook/</c>, and those of its dependencies that are packages as
/// dependencies of the package.
/// </summary>
internal sealed class CookbookPackage(Cookbook cookbook)
{
    private const string Type = "CSharpChefCookbook";

    /// <summary>Writes the package to a folder.</summary>
    /// <param name="id">The id of the package.</param>
    /// <param name="folder">The folder, which is made where it does not exist.</param>
    /// <returns>The path of the package.</returns>
    /// <exception cref="RecipeException">The cookbook has no version, or depends on a folder.</exception>
    public string Write(string id, string folder)
    {
        if (!NuGetSource.IsId(id))
        {
            throw new UsageException($"\"{id}\" cannot be the id of a package: use letters, digits, dots, dashes and underscores");
        }

        var version = NuGetVersion.Parse(cookbook.RequireVersion().ToString());
        var builder = new PackageBuilder
        {
            Id = id,
            Version = version,
            Description = cookbook.Manifest.Description ?? $"The cookbook {cookbook.Name}.",
            PackageTypes = [new PackageType(Type, PackageType.EmptyVersion)],
        };
        builder.Authors.Add(Environment.UserName);
        builder.DependencyGroups.Add(new PackageDependencyGroup(NuGetFramework.AnyFramework, [.. Dependencies()]));
        builder.Files.AddRange(CookbookTree.WithoutWork(cookbook.Files.Folder).Files.Select(PackageFile));
        return Save(builder, folder, $"{id}.{version.ToNormalizedString()}.nupkg");
    }

    private static string Save(PackageBuilder builder, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        WholeFile.Replace(path, builder.Save);
        return path;
    }

    private IEnumerable<PackageDependency> Dependencies()
    {
        foreach (var (name, dependency) in cookbook.Manifest.Dependencies)
        {
            switch (dependency.Source)
            {
                case NuGetSource package:
                    yield return new PackageDependency(package.Id, NuGetRange.Parse(dependency.Version?.NuGetText ?? "0.0.0"));
                    break;
                case PathSource or GitSource { IsRelative: true }:
                    throw new RecipeException(
                        $"{cookbook.PlaceInManifest($"dependencies.{name}")}: a package cannot depend on the folder {dependency.Source}, which its users do not have: name a Git repository by its URL, or a package, for {name}");
            }
        }
    }

    private PhysicalPackageFile PackageFile(string file) => CanBeInPackage(file)
        ? new PhysicalPackageFile
        {
            SourcePath = Path.Combine(cookbook.Files.Folder, file),
            TargetPath = Path.Combine("cookbook", file),
        }
        : throw new RecipeException(
            $"{cookbook.Files.PathOf(file)}: NuGet packages lose files of this name: rename it, or publish the cookbook by git");

    // NuGet leaves out specifications of packages, and takes the name of a file for a part of a URL.
    private static bool CanBeInPackage(string file) =>
        !file.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && Uri.UnescapeDataString(file) == file;
}
