using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Cli.Output;

/// <summary>A cookbook of a lock file that a run used, as JSON.</summary>
internal sealed record JsonCookbook(string Name)
{
    public string? Version { get; init; }

    /// <summary>The URL or path of its Git repository; null for a package.</summary>
    public string? Git { get; init; }

    public string? Commit { get; init; }

    /// <summary>The id of its package; null for a repository.</summary>
    public string? Nuget { get; init; }

    /// <summary>The folder that was used in place of what is locked; null when that was used.</summary>
    public string? Folder { get; init; }

    public static JsonCookbook Of(UsedCookbook used) => new(used.Name)
    {
        Version = used.Locked.Version,
        Git = (used.Locked.Source as GitSource)?.Url,
        Commit = used.Locked.Commit,
        Nuget = (used.Locked.Source as NuGetSource)?.Id,
        Folder = used.Folder,
    };
}
