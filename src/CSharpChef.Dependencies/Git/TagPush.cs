using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Dependencies.Disk;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// Pushes a tag from a repository of its own, which borrows the objects: libgit2 pushes to remotes with a name only,
/// and the user's repository is to keep its own.
/// </summary>
internal static class TagPush
{
    // Lists the commits whose parents a shallow clone does not have.
    private const string ShallowFile = "shallow";

    /// <exception cref="ChefException">The remote cannot be reached, or did not take the tag.</exception>
    public static void Run(ReleaseRepository source, string tag, string url, GitAccess access)
    {
        var folder = WorkFolder.Create();
        try
        {
            GitAccess.Try(url, () => Repository.Init(folder, isBare: true), "pushed to");
            Borrow(source.CommonFolder, folder);
            RequireHistory(folder, url);
            using var repository = new Repository(folder);
            repository.Refs.Add($"refs/tags/{tag}", source.Commit.Id);
            if (Refusal(repository, repository.Network.Remotes.Add("origin", url), $"refs/tags/{tag}", access) is { } refusal)
            {
                throw new RecipeException($"{GitUrl.Shown(url)} did not take the tag {tag}: {refusal}");
            }
        }
        finally
        {
            WorkFolder.Delete(folder);
        }
    }

    // A server refuses a commit without its history; libgit2 pushes it to a folder, which is broken by it.
    private static void RequireHistory(string folder, string url)
    {
        var shallow = Path.Combine(folder, ShallowFile);
        if (!File.Exists(shallow) || !Repository.IsValid(url))
        {
            return;
        }

        using var target = new Repository(url);
        if (File.ReadLines(shallow).FirstOrDefault(commit => target.Lookup(commit) is null) is { } missing)
        {
            throw new RecipeException(
                $"{GitUrl.Shown(url)} does not have the commit {missing}, whose history this shallow clone lacks: get it with git fetch --unshallow");
        }
    }

    private static void Borrow(string from, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "objects", "info", "alternates"), $"{Path.Combine(from, "objects")}\n");
        if (Path.Combine(from, ShallowFile) is var shallow && File.Exists(shallow))
        {
            File.Copy(shallow, Path.Combine(folder, ShallowFile));
        }
    }

    private static string? Refusal(Repository repository, Remote remote, string reference, GitAccess access) =>
        GitAccess.Try(remote.Url, () =>
        {
            string? refusal = null;
            repository.Network.Push(remote, reference, new PushOptions
            {
                CredentialsProvider = access.Credentials(remote.Url),
                OnPushStatusError = status => refusal = status.Message,
            });
            return refusal;
        }, "pushed to");
}
