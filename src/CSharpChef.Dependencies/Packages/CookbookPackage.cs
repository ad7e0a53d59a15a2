using CSharpChef.Converge.Cookbooks;
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

    // What builds, tools and the author's machine leave in a folder.
    private static readonly string[] LeftOut = ["bin", "obj", ".git", CookbookLock.FileName];

    /// <summary>The version in <c>cookbook.json</c>.</summary>
    /// <exception cref="RecipeException">It has none.</exception>
    public NuGetVersion Version => cookbook.Manifest.Version is { } version
        ? NuGetVersion.Parse(version.ToString())
        : throw new RecipeException(
            $"{cookbook.Files.PathOf("cookbook.json")}: the cookbook has no version: give it one, such as \"version\": \"1.0.0\"");

    /// <summary>Writes the package to a folder.</summary>
    /// <param name="id">The id of the package.</param>
    /// <param name="folder">The folder, which is made where it does not exist.</param>
    /// <returns>The path of the package.</returns>
    /// <exception cref="RecipeException">The cookbook has no version, or depends on a path.</exception>
    public string Write(string id, string folder)
    {
        if (!NuGetSource.IsId(id))
        {
            throw new UsageException($"\"{id}\" cannot be the id of a package: use letters, digits, dots, dashes and underscores");
        }

        var builder = new PackageBuilder
        {
            Id = id,
            Version = Version,
            Description = cookbook.Manifest.Description ?? $"The cookbook {cookbook.Name}.",
            PackageTypes = [new PackageType(Type, PackageType.EmptyVersion)],
        };
        builder.Authors.Add(Environment.UserName);
        builder.DependencyGroups.Add(new PackageDependencyGroup(NuGetFramework.AnyFramework, [.. Dependencies()]));
        AddFiles(builder, cookbook.Files.Folder);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{id}.{Version.ToNormalizedString()}.nupkg");
        var written = $"{path}.new";
        using (var file = File.Create(written))
        {
            builder.Save(file);
        }

        File.Move(written, path, overwrite: true);
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
                case PathSource path:
                    throw new RecipeException(
                        $"{cookbook.PlaceInManifest($"dependencies.{name}")}: a package cannot depend on the folder {path.Path}: name a Git repository or a package for {name}");
            }
        }
    }

    private void AddFiles(PackageBuilder builder, string folder)
    {
        var isTop = folder == cookbook.Files.Folder;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal)
            .Where(path => !isTop || IsPacked(path)))
        {
            if (Directory.Exists(path))
            {
                AddFiles(builder, path);
                continue;
            }

            builder.Files.Add(new PhysicalPackageFile
            {
                SourcePath = path,
                TargetPath = Path.Combine("cookbook", Path.GetRelativePath(cookbook.Files.Folder, path)),
            });
        }
    }

    private static bool IsPacked(string path) =>
        Path.GetFileName(path) is var name
        && !LeftOut.Contains(name)
        && !name.EndsWith(".nupkg", StringComparison.Ordinal)
        && !name.EndsWith(".nupkg.new", StringComparison.Ordinal);
}
