using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>
/// Git repositories on this machine's disk: the files of each commit of a repository in a folder, and the commit that
/// each branch or tag had when it was asked for last. A folder whose files were changed or deleted counts as missing.
/// </summary>
internal sealed class RepositoryCache(string folder, TimeProvider? clock = null)
{
    private const string FilesFolder = "files";

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

    /// <summary>The repository at a commit; null when the cache does not have it whole.</summary>
    public FetchedRepository? Open(GitLocation location, string commit)
    {
        var entry = folders.PathOf(EntryOf(location, commit));
        var files = Path.Combine(entry, FilesFolder);
        return RepositoryRecord.Read(entry) is { } record && record.Seal.Fits(files)
            ? new FetchedRepository(location, commit, files, record.LeftOut)
            : null;
    }

    /// <summary>The repository that a folder is of, and the path in it; null for folders outside the cache.</summary>
    public (string Url, string Path)? OriginOf(string path) =>
        Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar) is [var entry, FilesFolder, .. var rest]
        && RepositoryRecord.Read(folders.PathOf(entry)) is { } record
            ? (record.Url, rest.Length == 0 ? "." : string.Join('/', rest))
            : null;

    /// <summary>Notes the commit that a branch or tag has.</summary>
    public void Note(GitLocation location, bool isTag, string commit) =>
        known.Write(NameOf(location), [], Encoding.UTF8.GetBytes($"{(isTag ? "tag" : "branch")} {commit}"));

    /// <summary>Adds the files of a commit.</summary>
    /// <param name="location">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="write">Writes the files to a folder, and returns what was left out, with the reasons.</param>
    public void Add(
        GitLocation location, string commit, Func<string, IReadOnlyDictionary<string, string>> write) => folders.Add(
        made =>
        {
            var files = Path.Combine(made, FilesFolder);
            Directory.CreateDirectory(files);
            var leftOut = write(files);
            new RepositoryRecord(location.Url, FolderSeal.Of(files), leftOut).Write(made);
            return EntryOf(location, commit);
        },
        name => name,
        _ => Open(location, commit) is not null);

    private string[]? Known(GitLocation location) => known.Read(NameOf(location)) is { } bytes
        && Encoding.UTF8.GetString(bytes).Split(' ') is [_, var commit] words && GitReference.IsCommit(commit)
            ? words
            : null;

    // The commit alone would let a URL name a commit that only another repository has.
    private static string EntryOf(GitLocation location, string commit) => $"{commit}-{Digits(location.Url)[..16]}";

    private static string NameOf(GitLocation location) => Digits($"{location}");

    private static string Digits(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
