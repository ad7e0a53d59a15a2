using System.Text.RegularExpressions;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using NuGet.Configuration;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// The feeds that a server uses for a cookbook: those of the nuget.config files of its source, and nuget.org. Nothing
/// of the server's account counts.
/// </summary>
internal static partial class ServerFeeds
{
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    private const string Default =
        "<configuration><packageSources><add key=\"nuget.org\" value=\"https://api.nuget.org/v3/index.json\" /></packageSources></configuration>";

    /// <param name="cookbook">The folder of the cookbook.</param>
    /// <param name="source">The folder of its source, above which no nuget.config counts.</param>
    /// <param name="packages">The folder that gets the packages.</param>
    /// <param name="handlers">Makes the connections.</param>
    /// <exception cref="RecipeException">A nuget.config cannot be read, or has what a server must not use.</exception>
    public static PackageFeeds Of(string cookbook, string source, string packages, FeedConnections handlers)
    {
        var configs = Configs(cookbook, source).ToList();
        configs.ForEach(RequireNoVariables);
        var last = Path.Combine(packages, "nuget.config");
        PrivateFile.Replace(last, System.Text.Encoding.UTF8.GetBytes(Default));
        var feeds = PackageFeeds.OfServer(Load([.. configs, last]), packages, handlers);
        foreach (var feed in feeds.All.Where(feed => feed.PackageSource.IsLocal))
        {
            RequireInside(feed.PackageSource, source);
        }

        return feeds;
    }

    private static IEnumerable<string> Configs(string cookbook, string source)
    {
        for (var at = cookbook; at == source || RealPath.IsBelow(source, at); at = Path.GetDirectoryName(at)!)
        {
            if (Array.Find(Names, name => File.Exists(Path.Combine(at, name))) is { } name)
            {
                yield return Path.Combine(at, name);
            }
        }
    }

    private static ISettings Load(IList<string> configs)
    {
        try
        {
            return Settings.LoadSettingsGivenConfigPaths(configs);
        }
        catch (NuGetConfigurationException e)
        {
            throw new RecipeException(e.Message, e);
        }
    }

    // NuGet would put the server's own environment into a URL, and so send it to a feed.
    private static void RequireNoVariables(string config)
    {
        if (Variable().Match(File.ReadAllText(config)) is { Success: true } match)
        {
            throw new RecipeException(
                $"{config} names the variable {match.Value}: a server gives no variable of its environment to cookbooks");
        }
    }

    private static void RequireInside(PackageSource feed, string source)
    {
        if (!RealPath.IsBelow(RealPath.Of(source), RealPath.Of(feed.Source)))
        {
            throw new RecipeException(
                $"nuget.config names the feed {FeedSource.Shown(feed)}, a folder outside of the source of the cookbooks: a server uses only feeds over HTTP and folders of the source");
        }
    }

    [GeneratedRegex("%[A-Za-z_][A-Za-z0-9_.()-]*%")]
    private static partial Regex Variable();
}
