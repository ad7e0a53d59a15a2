using CSharpChef.Dependencies.Git;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>Finds and fetches the state of sources of one type.</summary>
internal interface ISourceFetcher
{
    /// <summary>Asks what the source has now.</summary>
    /// <param name="source">The source with its URL and secrets in clear.</param>
    /// <param name="hostKey">The key that a Git server over SSH must have; null when none is known yet.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ChefException">It cannot be asked, or has nothing of that name.</exception>
    Task<FoundState> FindAsync(Source source, string? hostKey, CancellationToken ct);

    /// <summary>Writes the files of a state.</summary>
    /// <param name="source">The source with its URL and secrets in clear.</param>
    /// <param name="resolved">The state.</param>
    /// <param name="folder">An empty folder that gets the files.</param>
    /// <param name="limits">Counts them.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ChefException">They cannot be fetched, or exceed a limit.</exception>
    Task<WrittenFiles> WriteAsync(
        Source source, ResolvedSource resolved, string folder, TreeLimits limits, CancellationToken ct);
}
