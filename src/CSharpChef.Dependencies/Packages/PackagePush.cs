using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>Pushes a package to a feed.</summary>
internal static class PackagePush
{
    /// <summary>The environment variable with the key of the feed; that of nuget.config comes first.</summary>
    public const string KeyVariable = "CSHARPCHEF_NUGET_KEY";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <param name="path">The package.</param>
    /// <param name="feed">The name of a source in nuget.config, a URL, or a folder.</param>
    /// <param name="folder">The folder whose nearest nuget.config is read.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ConnectionException">The feed does not answer, or does not take the package.</exception>
    /// <exception cref="RecipeException">The feed has that version already.</exception>
    public static async Task RunAsync(string path, string feed, string folder, CancellationToken ct)
    {
        var settings = PackageFeeds.SettingsNear(folder);
        var source = new PackageSourceProvider(settings).GetPackageSourceByName(feed) ?? new PackageSource(feed);
        RequireNew(path, source);
        var repository = Repository.Factory.GetCoreV3(source);
        try
        {
            var update = (await repository.GetResourceAsync<PackageUpdateResource>())!;
            await update.PushAsync(
                [path],
                symbolSource: "",
                timeoutInSecond: (int)TimeLimit.TotalSeconds,
                disableBuffering: false,
                getApiKey: _ => KeyOf(settings, source),
                getSymbolApiKey: _ => "",
                noServiceEndpoint: false,
                skipDuplicate: false,
                allowSnupkg: false,
                allowInsecureConnections: source.AllowInsecureConnections,
                NullLogger.Instance).WaitAsync(ct);
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw new ConnectionException(
                ConnectionFailure.Unreachable,
                $"the feed {GitUrl.Shown(source.Source)} did not take {Path.GetFileName(path)}: {e.GetBaseException().Message.TrimEnd('.')}. Its key comes from nuget.config or {KeyVariable}.",
                e);
        }
    }

    // A folder would take it in place of the one that it has, unlike a server.
    private static void RequireNew(string path, PackageSource source)
    {
        var name = Path.GetFileName(path);
        if (source.IsLocal && Directory.Exists(source.Source)
            && Directory.EnumerateFiles(source.Source, name, SearchOption.AllDirectories).Any())
        {
            throw new RecipeException(
                $"the feed {source.Source} has {name} already: raise the version in cookbook.json");
        }
    }

    private static bool IsFailure(Exception e) =>
        e is FatalProtocolException or HttpRequestException or InvalidOperationException or IOException;

    private static string KeyOf(ISettings settings, PackageSource source) =>
        SettingsUtility.GetDecryptedValueForAddItem(settings, ConfigurationConstants.ApiKeys, source.Source)
            ?? Environment.GetEnvironmentVariable(KeyVariable)
            ?? "";
}
