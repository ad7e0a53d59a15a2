using CSharpChef.Dependencies.Packages;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Closure;

/// <summary>Answers NuGet's walk through a graph from one feed, or from the folder of installed packages.</summary>
internal sealed class FeedLibraries(PackageFeeds feeds, SourceRepository feed) : IRemoteDependencyProvider
{
    public bool IsHttp => feed.PackageSource.IsHttp;

    public PackageSource Source => feed.PackageSource;

    public SourceRepository SourceRepository => feed;

    public async Task<LibraryIdentity?> FindLibraryAsync(
        LibraryRange libraryRange, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger,
        CancellationToken cancellationToken)
    {
        var versions = await GetAllVersionsAsync(libraryRange.Name, cacheContext, logger, cancellationToken);
        return (versions ?? []).FindBestMatch(libraryRange.VersionRange!, version => version) is { } best
            ? new LibraryIdentity(libraryRange.Name, best, LibraryType.Package)
            : null;
    }

    public Task<LibraryDependencyInfo> GetDependenciesAsync(
        LibraryIdentity libraryIdentity, NuGetFramework targetFramework, SourceCacheContext cacheContext,
        ILogger logger, CancellationToken cancellationToken) =>
        AskAsync(
            libraryIdentity.Name,
            async (finder, token) => Info(
                libraryIdentity,
                await DependenciesAsync(finder, libraryIdentity, cacheContext, token),
                targetFramework),
            cancellationToken);

    public async Task<IPackageDownloader> GetPackageDownloaderAsync(
        PackageIdentity packageIdentity, SourceCacheContext cacheContext, ILogger logger,
        CancellationToken cancellationToken) =>
        (await AskAsync(
            packageIdentity.Id,
            (finder, token) => finder.GetPackageDownloaderAsync(packageIdentity, cacheContext, logger, token),
            cancellationToken))!;

    public async Task<IEnumerable<NuGetVersion>?> GetAllVersionsAsync(
        string id, SourceCacheContext cacheContext, ILogger logger, CancellationToken token) =>
        await AskAsync(
            id, (finder, limit) => finder.GetAllVersionsAsync(id, feeds.Fresh, logger, limit), token);

    private Task<T> AskAsync<T>(
        string id, Func<FindPackageByIdResource, CancellationToken, Task<T>> ask, CancellationToken ct) =>
        feeds.AskAsync(
            feed,
            id,
            async token => await ask((await feed.GetResourceAsync<FindPackageByIdResource>(token))!, token),
            ct);

    private static async Task<FindPackageByIdDependencyInfo?> DependenciesAsync(
        FindPackageByIdResource finder, LibraryIdentity identity, SourceCacheContext cache, CancellationToken ct)
    {
        var log = new FeedLog();
        try
        {
            return await finder.GetDependencyInfoAsync(identity.Name, identity.Version, cache, log, ct);
        }
        catch (PackageNotFoundProtocolException)
        {
            log.ThrowFailure();
            throw;
        }
    }

    private static LibraryDependencyInfo Info(
        LibraryIdentity identity, FindPackageByIdDependencyInfo? info, NuGetFramework framework)
    {
        if (info is null)
        {
            return LibraryDependencyInfo.CreateUnresolved(identity, framework);
        }

        var real = new LibraryIdentity(info.PackageIdentity.Id, info.PackageIdentity.Version, LibraryType.Package);
        var needed = info.DependencyGroups.GetNearest(framework)?.Packages ?? [];
        return LibraryDependencyInfo.Create(real, framework, needed.Select(each => new LibraryDependency(
            new LibraryRange(each.Id, each.VersionRange, LibraryDependencyTarget.Package))));
    }
}
