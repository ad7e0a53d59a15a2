using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Packages;

/// <summary>A package in NuGet's own folder of packages.</summary>
/// <param name="Folder">Its files.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">The SHA-512 hash of its content, as NuGet writes it.</param>
internal sealed record InstalledPackage(string Folder, NuGetVersion Version, string Hash)
{
    /// <returns>Null when the folder does not have the whole package.</returns>
    public static InstalledPackage? Find(string packages, PackageIdentity identity)
    {
        var paths = new VersionFolderPathResolver(packages);
        var metadata = paths.GetNupkgMetadataPath(identity.Id, identity.Version);
        return File.Exists(metadata) && NupkgMetadataFileFormat.Read(metadata).ContentHash is { } hash
            ? new InstalledPackage(paths.GetInstallPath(identity.Id, identity.Version), identity.Version, hash)
            : null;
    }
}
