using NuGet.Configuration;

namespace CSharpChef.Dependencies.Packages;

/// <summary>The key with which packages are pushed to a feed.</summary>
internal static class FeedKey
{
    /// <summary>
    /// The environment variable with the key of the feed. That of nuget.config, which only Windows can decrypt, comes
    /// first.
    /// </summary>
    public const string Variable = "CSHARPCHEF_NUGET_KEY";

    /// <returns>Empty when there is none.</returns>
    /// <exception cref="RecipeException">The only key is one that this system cannot decrypt.</exception>
    public static string Of(ISettings settings, PackageSource source)
    {
        var typed = Environment.GetEnvironmentVariable(Variable);
        return OperatingSystem.IsWindows()
            ? SettingsUtility.GetDecryptedValueForAddItem(settings, ConfigurationConstants.ApiKeys, source.Source)
                ?? typed ?? ""
            : typed ?? (IsConfigured(settings, source)
                ? throw new RecipeException(
                    $"nuget.config has an encrypted key for the feed {FeedSource.Shown(source)}, which only Windows can decrypt: put the key into the environment variable {Variable}")
                : "");
    }

    private static bool IsConfigured(ISettings settings, PackageSource source) =>
        settings.GetSection(ConfigurationConstants.ApiKeys)?.Items.OfType<AddItem>()
            .Any(item => item.Key == source.Source) == true;
}
