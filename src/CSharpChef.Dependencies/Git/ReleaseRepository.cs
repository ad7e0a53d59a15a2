using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Repositories;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>The Git repository on this machine whose last commit is published, with the cookbook in it.</summary>
internal sealed class ReleaseRepository : IDisposable
{
    // What a run reads; other files, such as those of an editor, may be ignored by Git.
    private static readonly string[] Used =
        ["cookbook.json", "attributes", "files", "lib", "recipes", "resources", "templates"];

    private readonly Repository repository;
    private readonly Cookbook cookbook;
    private readonly string folder;

    /// <exception cref="RecipeException">The cookbook is not in a repository, or that has no commit.</exception>
    public ReleaseRepository(Cookbook cookbook)
    {
        this.cookbook = cookbook;
        folder = RealPath.Of(cookbook.Files.Folder);
        repository = new Repository(Repository.Discover(folder) ?? throw new RecipeException(
            $"{Shown} is not in a Git repository: commit it to one first"));
        if (repository.Info.IsBare || repository.Head.Tip is null)
        {
            repository.Dispose();
            throw new RecipeException($"the Git repository of {Shown} has no commit: commit the cookbook first");
        }
    }

    public Commit Commit => repository.Head.Tip;

    /// <summary>The folder with the objects: that of the main working tree, where this is another one.</summary>
    public string CommonFolder =>
        Path.Combine(repository.Info.Path, "commondir") is var file && File.Exists(file)
            ? Path.GetFullPath(File.ReadAllText(file).Trim(), repository.Info.Path)
            : repository.Info.Path;

    private string Shown => ShownPath.Of(cookbook.Files.Folder);

    private string WorkingFolder => RealPath.Of(repository.Info.WorkingDirectory);

    /// <summary>Requires that the last commit has the cookbook as it is on disk.</summary>
    /// <exception cref="RecipeException">It has not.</exception>
    public void RequireCommitted()
    {
        var below = Path.GetRelativePath(WorkingFolder, folder).Replace('\\', '/');
        var options = new StatusOptions { PathSpec = below == "." ? [] : [below], DisablePathSpecMatch = true };
        if (repository.RetrieveStatus(options).IsDirty)
        {
            throw new RecipeException(
                $"{Shown} has changes that are not committed: commit them, since the tag names a commit");
        }

        var root = below == "." ? "" : $"{below}/";
        var files = CookbookTree.WithoutWork(folder).Files.Where(IsUsed);
        if (files.FirstOrDefault(file => Commit[root + file] is null) is { } file)
        {
            throw new RecipeException(
                $"{Shown}/{file} is not in the last commit, since Git ignores it: see git check-ignore -v {file}, and commit it");
        }
    }

    /// <summary>The URL of a remote, or the URL or path itself.</summary>
    /// <exception cref="RecipeException">The text is neither.</exception>
    public string UrlOf(string remote)
    {
        var remotes = repository.Network.Remotes.ToDictionary(each => each.Name, each => each.PushUrl);
        if (remotes.TryGetValue(remote, out var url))
        {
            return Located(url, WorkingFolder);
        }

        var location = Located(remote, Directory.GetCurrentDirectory());
        return location == remote || remote.Contains('/', StringComparison.Ordinal) || Directory.Exists(location)
            ? location
            : throw new RecipeException(
                $"the Git repository of {Shown} has no remote \"{remote}\"{Nearest.Question(remote, remotes.Keys)} ({Listed(remotes.Keys)}). Name a remote, a URL or a path");
    }

    /// <summary>The commit of a tag; null when there is no such tag.</summary>
    public string? CommitOf(string tag) => repository.Tags[tag]?.PeeledTarget.Sha;

    /// <summary>Makes a tag of the last commit, unless there is one.</summary>
    public void AddTag(string name)
    {
        if (repository.Tags[name] is null)
        {
            repository.ApplyTag(name);
        }
    }

    public void Dispose() => repository.Dispose();

    private static bool IsUsed(string file) => Used.Contains(file.Split('/')[0]);

    private static string Located(string url, string from) =>
        new GitSource(url, GitReference.Default, null).Location(from);

    private static string Listed(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "it has no remotes" : $"it has {string.Join(", ", names)}";
}
