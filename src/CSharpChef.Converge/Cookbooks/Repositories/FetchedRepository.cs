using CSharpChef.Converge.Cookbooks.Locks;

namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>The files of a Git repository at one commit, in the cache of this machine.</summary>
/// <param name="Location">What was asked for.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Folder">The folder with its files.</param>
/// <param name="LeftOut">
/// The paths in the repository that are not in the folder, each with the reason: submodules, and links that lead to
/// nothing in the repository.
/// </param>
internal sealed record FetchedRepository(
    GitLocation Location, string Commit, string Folder, IReadOnlyDictionary<string, string> LeftOut)
{
    /// <summary>The folder of a cookbook; null when the repository does not have it.</summary>
    /// <exception cref="RecipeException">
    /// It is in no folder of its own, and the <c>cookbook.json</c> of the root cannot be read.
    /// </exception>
    public string? FolderOf(string name) => RepositoryLayout.Find(
        name, RootName, place => Directory.Exists(Path.Combine(Folder, place))) is { } place
            ? Path.TrimEndingDirectorySeparator(Path.Combine(Folder, place))
            : null;

    /// <summary>The names of its cookbooks.</summary>
    public IEnumerable<string> Names => RepositoryLayout.Folders.Select(place => Path.Combine(Folder, place))
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Where(RepositoryLayout.IsCookbook)
        .Select(folder => Path.GetFileName(folder))
        .Concat(RootName() is { } root ? [root] : []);

    public bool Has(string folder) => folder == Folder || RealPath.IsBelow(Folder, folder);

    /// <exception cref="RecipeException">A cookbook has a file that was left out.</exception>
    public void RequireWhole(string folder)
    {
        foreach (var (path, reason) in LeftOut)
        {
            if (RealPath.IsBelow(folder, Path.Combine(Folder, path)))
            {
                throw new RecipeException($"{path} of {Location} at commit {Commit} {reason}");
            }
        }
    }

    /// <summary>A cookbook of the repository as reports name it.</summary>
    public UsedCookbook Used(Cookbook cookbook) => new(
        cookbook.Name, new GitSource(Location.Url, GitReference.Default, null))
    {
        Version = cookbook.Manifest.Version?.ToString(),
        Commit = Commit,
    };

    private string? RootName() => File.Exists(Path.Combine(Folder, RepositoryLayout.Manifest))
        ? CookbookManifest.Parse(
            File.ReadAllBytes(Path.Combine(Folder, RepositoryLayout.Manifest)), $"{RepositoryLayout.Manifest} of {Location}").Name
        : null;
}
