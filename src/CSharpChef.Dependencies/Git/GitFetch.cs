using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Dependencies.Disk;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// A fetched state of a Git repository: one commit, in a folder of its own that is deleted at the end. A branch or tag
/// is fetched without its history where libgit2 can do so.
/// </summary>
internal sealed class GitFetch : IDisposable
{
    // What is fetched gets this name in our repository: a HEAD could not be fetched under its own.
    private const string Fetched = "refs/fetched";

    private readonly Repository repository;
    private readonly string folder;

    private GitFetch(Repository repository, string folder, Commit commit) =>
        (this.repository, this.folder, Commit) = (repository, folder, commit);

    public Commit Commit { get; }

    /// <summary>Fetches what a reference means now.</summary>
    /// <exception cref="ChefException">It cannot be fetched, or is not a commit.</exception>
    public static GitFetch Of(GitRemote remote, GitReference reference, GitAccess access, CancellationToken ct) =>
        Open(remote, access, repository =>
        {
            if (remote.NameOf(reference) is { } name)
            {
                Fetch(repository, remote, name, access, ct);
                return Peel(repository, remote, name);
            }

            return FetchCommit(repository, remote, reference.Name, access, ct)
                ?? throw new RecipeException(Missing(remote, reference.Name));
        });

    /// <summary>Fetches a commit that a branch or tag meant when it was locked.</summary>
    /// <exception cref="ChefException">
    /// It cannot be fetched, or is gone: the error ends with the advice then.
    /// </exception>
    public static GitFetch OfCommit(
        GitRemote remote, LockedCookbook locked, string advice, GitAccess access, CancellationToken ct) =>
        OfCommit(remote, ((GitSource)locked.Source).Reference, locked.Commit!, advice, access, ct);

    /// <summary>Fetches a commit that a branch or tag meant.</summary>
    /// <exception cref="ChefException">
    /// It cannot be fetched, or is gone: the error ends with the advice then.
    /// </exception>
    public static GitFetch OfCommit(
        GitRemote remote, GitReference reference, string commit, string advice, GitAccess access,
        CancellationToken ct) =>
        Open(remote, access, repository =>
        {
            var name = remote.FindName(reference);
            if (name is not null && remote.CommitOf(name) == commit)
            {
                Fetch(repository, remote, name, access, ct);
                return Peel(repository, remote, name);
            }

            return FetchCommit(repository, remote, commit, access, ct)
                ?? throw new RecipeException($"{Missing(remote, commit)}: its history was rewritten. {advice}");
        });

    public void Dispose()
    {
        repository.Dispose();
        WorkFolder.Delete(folder);
    }

    private static GitFetch Open(GitRemote remote, GitAccess access, Func<Repository, Commit> fetch)
    {
        var folder = WorkFolder.Create();
        Repository? repository = null;
        try
        {
            repository = GitAccess.Try(remote.Url, () => new Repository(Repository.Init(folder, isBare: true)));
            var commit = GitAccess.Try(remote.Url, () => fetch(repository));
            return new GitFetch(repository, folder, commit);
        }
        catch
        {
            repository?.Dispose();
            WorkFolder.Delete(folder);
            throw;
        }
    }

    // Many servers give a commit by its id; from the others all branches and tags are fetched, with their history.
    private static Commit? FetchCommit(
        Repository repository, GitRemote remote, string commit, GitAccess access, CancellationToken ct)
    {
        if (remote.IsHttp && TryFetch(() => Fetch(repository, remote, commit, access, ct)))
        {
            return Peel(repository, remote, commit);
        }

        Fetch(repository, remote, null, access, ct);
        return repository.Lookup<Commit>(commit);
    }

    private static bool TryFetch(Action fetch)
    {
        try
        {
            fetch();
            return true;
        }
        catch (LibGit2SharpException e) when (e is not UserCancelledException)
        {
            return false;
        }
    }

    /// <param name="name">
    /// The full name of the branch or tag, or a commit; null for all branches and tags, with their history.
    /// </param>
    private static void Fetch(
        Repository repository, GitRemote remote, string? name, GitAccess access, CancellationToken ct) =>
        access.Through(remote.Url, url =>
        {
            FetchFrom(url, repository, remote, name, access, ct);
            return true;
        });

    private static void FetchFrom(
        string url, Repository repository, GitRemote remote, string? name, GitAccess access, CancellationToken ct)
    {
        const string Origin = "origin";
        repository.Network.Remotes.Remove(Origin);
        var origin = repository.Network.Remotes.Add(Origin, url);
        var options = new FetchOptions
        {
            CredentialsProvider = access.Credentials(remote.Url),
            TagFetchMode = TagFetchMode.None,
            OnTransferProgress = transfer => access.Report(remote.Url, transfer) && !ct.IsCancellationRequested,
            OnProgress = _ => !ct.IsCancellationRequested,
        };
        if (name is null)
        {
            Commands.Fetch(
                repository, origin.Name, ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"], options, null);
        }
        else if (remote.IsHttp)
        {
            ShallowFetch.Run(repository, origin.Name, $"+{name}:{Fetched}", options);
        }
        else
        {
            Commands.Fetch(repository, origin.Name, [$"+{name}:{Fetched}"], options, null);
        }
    }

    private static Commit Peel(Repository repository, GitRemote remote, string name)
    {
        var target = repository.Refs[Fetched]?.ResolveToDirectReference().Target;
        while (target is TagAnnotation tag)
        {
            target = tag.Target;
        }

        return target as Commit ?? throw new RecipeException(
            $"{name} of {remote.Url} is not a commit: name another tag, a branch or a commit");
    }

    private static string Missing(GitRemote remote, string commit) =>
        $"{remote.Url} has no commit {commit} in its branches and tags";
}
