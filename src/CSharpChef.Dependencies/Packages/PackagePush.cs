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
    /// <exception cref="ConnectionException">The feed does not answer, or does not take the package.</exception>
    public static async Task RunAsync(string path, string feed, string folder)
    {
        var settings = Settings.LoadDefaultSettings(folder);
        var source = new PackageSourceProvider(settings).GetPackageSourceByName(feed) ?? new PackageSource(feed);
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
                NullLogger.Instance);
        }
        catch (Exception e) when (IsFailure(e))
        {
            throw new ConnectionException(
                ConnectionFailure.Unreachable,
                $"the feed {source.Source} did not take {Path.GetFileName(path)}: {e.GetBaseException().Message.TrimEnd('.')}. Its key comes from nuget.config or {KeyVariable}.",
                e);
        }
    }

    private static bool IsFailure(Exception e) =>
        e is FatalProtocolException or HttpRequestException or InvalidOperationException or IOException;

    private static string KeyOf(ISettings settings, PackageSource source) =>
        SettingsUtility.GetDecryptedValueForAddItem(settings, ConfigurationConstants.ApiKeys, source.Source)
            ?? Environment.GetEnvironmentVariable(KeyVariable)
            ?? "";
}
