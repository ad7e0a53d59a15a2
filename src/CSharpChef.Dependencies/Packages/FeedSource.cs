using CSharpChef.Converge.Cookbooks.Repositories;
using NuGet.Configuration;

namespace CSharpChef.Dependencies.Packages;

/// <summary>Finds the feed that a person names, and refuses feeds that cannot be used as they are configured.</summary>
internal static class FeedSource
{
    /// <param name="settings">The settings of nuget.config.</param>
    /// <param name="text">The name or the URL of a feed in nuget.config, another URL, or a folder.</param>
    /// <exception cref="RecipeException">There is no such feed.</exception>
    public static PackageSource Find(ISettings settings, string text)
    {
        var configured = new PackageSourceProvider(settings).LoadPackageSources().ToList();
        return configured.Find(source => source.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? configured.Find(source => source.Source == text)
            ?? (IsUrl(text) ? new PackageSource(text) : null)
            ?? (FolderOf(text) is { } folder ? new PackageSource(folder) : null)
            ?? throw new RecipeException(
                $"\"{GitUrl.Shown(text)}\" is not a feed: it is not the URL of one (https://…), there is no folder of that name, and the feeds of nuget.config are {Names(configured)}. Name one of them, or make the folder");
    }

    /// <exception cref="RecipeException">
    /// The feed is a folder that does not exist, or its password is one that this system cannot decrypt.
    /// </exception>
    public static void RequireUsable(PackageSource source)
    {
        if (source.IsLocal && !Directory.Exists(source.Source))
        {
            throw new RecipeException(
                $"nuget.config names the feed {Shown(source)}, and there is no such folder: make it, or remove the feed");
        }

        if (!OperatingSystem.IsWindows() && source.Credentials is { IsPasswordClearText: false })
        {
            throw new RecipeException(
                $"nuget.config has an encrypted Password for the feed {source.Name}, which only Windows can decrypt: write <add key=\"ClearTextPassword\" value=\"%VARIABLE%\" /> there, and put the password into that environment variable");
        }
    }

    /// <summary>The URL or folder of a feed, without a password that may be in it.</summary>
    public static string Shown(PackageSource source) => GitUrl.Shown(source.Source);

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static string? FolderOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.IsFile ? Existing(url.LocalPath) : Existing(text);

    private static string? Existing(string folder) =>
        folder.Length > 0 && Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    private static string Names(IReadOnlyCollection<PackageSource> sources) =>
        sources.Count == 0 ? "none" : string.Join(", ", sources.Select(source => source.Name));
}
