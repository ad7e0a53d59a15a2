using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>Pushes a package to a feed.</summary>
internal static class PackagePush
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <param name="path">The package.</param>
    /// <param name="feed">The name or URL of a feed in nuget.config, another URL, or a folder.</param>
    /// <param name="folder">The folder whose nearest nuget.config is read.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Converge.Errors.ConnectionException">The feed does not answer.</exception>
    /// <exception cref="RecipeException">
    /// There is no such feed, it has that version already, or it refuses the package.
    /// </exception>
    public static Task RunAsync(string path, string feed, string folder, CancellationToken ct)
    {
        var settings = PackageFeeds.SettingsNear(folder);
        var source = FeedSource.Find(settings, feed);
        FeedSource.RequireUsable(source);
        return source.IsLocal
            ? FolderPush.RunAsync(path, source, settings, ct)
            : ToServerAsync(path, source, FeedKey.Of(settings, source), ct);
    }

    private static async Task ToServerAsync(string path, PackageSource source, string key, CancellationToken ct)
    {
        RequireEncryption(source);
        var log = new PushLog();
        try
        {
            await PushAsync(path, source, key, log, ct);
        }
        catch (Exception e) when (PushFailure.Is(e) && !ct.IsCancellationRequested)
        {
            throw PushFailure.Explain(source, Path.GetFileName(path), e);
        }

        if (log.Error is { } error)
        {
            throw new RecipeException(
                $"the feed {FeedSource.Shown(source)} did not get {Path.GetFileName(path)}: {error}");
        }
    }

    private static async Task PushAsync(
        string path, PackageSource source, string key, PushLog log, CancellationToken ct)
    {
        var feed = Repository.Factory.GetCoreV3(source);
        if (await feed.GetResourceAsync<ServiceIndexResourceV3>(ct) is { } index
            && index.GetServiceEntries(ServiceTypes.PackagePublish).Count == 0)
        {
            throw new RecipeException($"the feed {FeedSource.Shown(source)} takes no packages: name another one");
        }

        var update = await feed.GetResourceAsync<PackageUpdateResource>(ct);
        await update!.PushAsync(
            [path],
            symbolSource: "",
            timeoutInSecond: (int)TimeLimit.TotalSeconds,
            disableBuffering: false,
            getApiKey: _ => key,
            getSymbolApiKey: _ => "",
            noServiceEndpoint: false,
            skipDuplicate: false,
            allowSnupkg: false,
            allowInsecureConnections: source.AllowInsecureConnections,
            log).WaitAsync(ct);
    }

    private static void RequireEncryption(PackageSource source)
    {
        if (source is { IsHttps: false, AllowInsecureConnections: false })
        {
            throw new RecipeException(
                $"the feed {FeedSource.Shown(source)} is reached without encryption, so that others can read its key and change the package: write https://, or add it to nuget.config with allowInsecureConnections=\"true\" and name it");
        }
    }
}
