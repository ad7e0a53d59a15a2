using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// Git repositories on this machine's disk: the files of a commit in a folder with its name, and the commit that each
/// branch or tag had when it was asked for last.
/// </summary>
internal sealed class RepositoryCache(string folder, TimeProvider? clock = null)
{
    private const string FilesFolder = "files";
    private const string LeftOutFile = "left-out";

    private readonly FolderCache folders = new(folder, clock ?? TimeProvider.System);
    private readonly CacheFiles known = new(Path.Combine(folder, "known"));

    public static RepositoryCache Default() => new(CacheFiles.UserFolder("repositories"));

    /// <summary>The repository, when it can be used without a question to its server: a commit, or a tag.</summary>
    public FetchedRepository? Fixed(GitLocation location) =>
        location.IsCommit ? Open(location, location.Reference!)
        : Known(location) is ["tag", var commit] ? Open(location, commit)
        : null;

    /// <summary>The repository as it was when it was asked for last; null when the cache does not have it.</summary>
    public FetchedRepository? Last(GitLocation location) =>
        Fixed(location) ?? (Known(location) is [_, var commit] ? Open(location, commit) : null);

    /// <summary>The repository at a commit; null when the cache does not have it.</summary>
    public FetchedRepository? Open(GitLocation location, string commit) => folders.Has(commit)
        ? new FetchedRepository(location, commit, Path.Combine(folders.PathOf(commit), FilesFolder), LeftOut(commit))
        : null;

    /// <summary>Notes the commit that a branch or tag has.</summary>
    public void Note(GitLocation location, bool isTag, string commit) =>
        known.Write(NameOf(location), [], Encoding.UTF8.GetBytes($"{(isTag ? "tag" : "branch")} {commit}"));

    /// <summary>Adds the files of a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="write">Writes the files to a folder, and returns what was left out, with the reasons.</param>
    public void Add(string commit, Func<string, IReadOnlyDictionary<string, string>> write) => folders.Add(
        made =>
        {
            var files = Path.Combine(made, FilesFolder);
            Directory.CreateDirectory(files);
            File.WriteAllLines(Path.Combine(made, LeftOutFile), write(files).Select(each => $"{each.Key}\t{each.Value}"));
            return commit;
        },
        name => name,
        _ => true);

    private Dictionary<string, string> LeftOut(string commit) =>
        File.ReadLines(Path.Combine(folders.PathOf(commit), LeftOutFile))
            .Select(line => line.Split('\t', 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    private string[]? Known(GitLocation location) => known.Read(NameOf(location)) is { } bytes
        && Encoding.UTF8.GetString(bytes).Split(' ') is [_, var commit] words && GitReference.IsCommit(commit)
            ? words
            : null;

    private static string NameOf(GitLocation location) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(location.ToString())));
}
