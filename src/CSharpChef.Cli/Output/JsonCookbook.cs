using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Cli.Output;

/// <summary>A fetched cookbook that a run used, as JSON.</summary>
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

    /// <summary>What is locked and was not used, since the folder was; null without one.</summary>
    public JsonCookbook? InPlaceOf { get; init; }

    public static JsonCookbook Of(UsedCookbook used) => used.Folder is { } folder
        ? new(used.Name) { Folder = folder, InPlaceOf = Of(used with { Folder = null }) }
        : new(used.Name)
        {
            Version = used.Version,
            Git = (used.Source as GitSource)?.Url,
            Commit = used.Commit,
            Nuget = (used.Source as NuGetSource)?.Id,
        };

    /// <summary>The cookbook that was written as JSON.</summary>
    public UsedCookbook ToUsed() => InPlaceOf?.ToUsed() is { } locked
        ? locked with { Folder = Folder }
        : new(Name, Git is null ? new NuGetSource(Nuget ?? "") : new GitSource(Git, GitReference.Default, null))
        {
            Version = Version,
            Commit = Commit,
        };
}
