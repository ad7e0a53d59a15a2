using CSharpChef.Converge.Disk;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Signing;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>Adds a package to a feed that is a folder.</summary>
internal static class FolderPush
{
    private static readonly EnumerationOptions AnyCase = new()
    {
        MatchCasing = MatchCasing.CaseInsensitive,
        RecurseSubdirectories = true,
    };

    /// <exception cref="RecipeException">The folder has that version already.</exception>
    public static async Task RunAsync(string path, PackageSource source, ISettings settings, CancellationToken ct)
    {
        RequireNew(Path.GetFileName(path), source.Source);
        if (FeedTypeUtility.GetFeedType(source) == FeedType.FileSystemV3)
        {
            await OfflineFeedUtility.AddPackageToSource(Request(path, source, settings), ct);
            return;
        }

        await using var package = File.OpenRead(path);
        WholeFile.Create(Path.Combine(source.Source, Path.GetFileName(path)), package.CopyTo);
    }

    // The ids of packages have no case, and NuGet's layout with a folder for each version has small letters.
    private static void RequireNew(string name, string folder)
    {
        if (Directory.EnumerateFiles(folder, name, AnyCase).FirstOrDefault() is { } existing)
        {
            throw new RecipeException(
                $"the feed {folder} has {Path.GetFileName(existing)} already: raise the version in cookbook.json");
        }
    }

    private static OfflineFeedAddContext Request(string path, PackageSource source, ISettings settings) => new(
        path,
        source.Source,
        NullLogger.Instance,
        throwIfSourcePackageIsInvalid: true,
        throwIfPackageExistsAndInvalid: true,
        throwIfPackageExists: true,
        new PackageExtractionContext(
            PackageSaveMode.Nuspec | PackageSaveMode.Nupkg,
            XmlDocFileSaveMode.None,
            ClientPolicyContext.GetClientPolicy(settings, NullLogger.Instance),
            NullLogger.Instance));
}
