using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;
using CSharpChef.Dependencies.Git;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>Copies a folder of the server that is not a Git repository.</summary>
internal sealed class FolderFetcher(SourceOptions options, SourceLimits limits) : ISourceFetcher
{
    public Task<FoundState> FindAsync(Source source, string? hostKey, CancellationToken ct) => Task.Run(
        () =>
        {
            var folder = Folder(source);
            Counted(folder, limits.Tree());
            return new FoundState(FolderHash.Of(folder));
        }, ct);

    public Task<WrittenFiles> WriteAsync(
        Source source, ResolvedSource resolved, string folder, TreeLimits tree, CancellationToken ct) => Task.Run(
        () => Copy(Folder(source), resolved, folder, tree), ct);

    private static WrittenFiles Copy(string from, ResolvedSource resolved, string to, TreeLimits limits)
    {
        Counted(from, limits).CopyTo(to);
        return FolderHash.Of(to) == resolved.State
            ? new WrittenFiles { Name = Path.GetFileName(from) }
            : throw new CookbookSourceException(
                $"{from} was changed since its state was looked up: take the present state with the command update_custom_cookbooks")
            {
                CanSucceedLater = true,
            };
    }

    private static CookbookTree Counted(string folder, TreeLimits limits)
    {
        var tree = CookbookTree.Of(folder);
        foreach (var file in tree.Files)
        {
            Count(file, Path.Combine(folder, file), limits);
        }

        return tree;
    }

    // A pipe would not end, and a device may be endless.
    private static void Count(string file, string path, TreeLimits limits)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        limits.CountFile(file, FileKind.Irregular(target) is { } kind
            ? throw new CookbookSourceException($"{path} is {kind}, which cookbooks cannot have: remove it")
            : new FileInfo(target).Length);
    }

    private string Folder(Source source) => SourcePath.Require(SourceUrl.Parse(source.Url!)!, options);
}
