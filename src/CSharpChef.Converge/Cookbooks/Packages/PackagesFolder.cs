using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>
/// Finds NuGet's folder of packages as NuGet does it: by NUGET_PACKAGES, by nuget.config, or by default.
/// </summary>
internal static class PackagesFolder
{
    private const string Key = "globalPackagesFolder";

    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    public static string Near(string folder) =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Configs(folder).Select(FolderIn).FirstOrDefault(found => found is not null)
                ?? Path.Combine(Home(), ".nuget", "packages");

    // The nearest comes first.
    private static IEnumerable<string> Configs(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Array.Find(Names, name => File.Exists(Path.Combine(at, name))) is { } name)
            {
                yield return Path.Combine(at, name);
            }
        }

        var ofUser = Path.Combine(
            OperatingSystem.IsWindows()
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
                : Path.Combine(Home(), ".nuget", "NuGet"),
            "NuGet.Config");
        if (File.Exists(ofUser))
        {
            yield return ofUser;
        }
    }

    // The XML library loads only for the rare file that names a folder.
    private static string? FolderIn(string config) =>
        File.ReadAllText(config).Contains(Key, StringComparison.OrdinalIgnoreCase) ? Read(config) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Read(string config)
    {
        var value = XDocument.Load(config).Root?.Elements("config").Elements("add")
            .LastOrDefault(each => Key.Equals(each.Attribute("key")?.Value, StringComparison.OrdinalIgnoreCase))
            ?.Attribute("value")?.Value;
        return value is { Length: > 0 }
            ? Path.GetFullPath(Environment.ExpandEnvironmentVariables(value), Path.GetDirectoryName(config)!)
            : null;
    }

    private static string Home() => Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") is { Length: > 0 } home
        ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
