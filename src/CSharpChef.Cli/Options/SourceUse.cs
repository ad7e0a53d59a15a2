namespace CSharpChef.Cli.Options;

/// <summary>How a command uses the sources of cookbooks.</summary>
/// <param name="Limit">How long it waits for them.</param>
internal sealed record SourceUse(FetchLimit Limit)
{
    /// <summary>Whether nothing is fetched: a branch then has the commit that it had last.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Whether repositories are asked for tags that the cache knows.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>Whether a note says that a tag was not asked for.</summary>
    public bool IsVerbose { get; init; }
}
