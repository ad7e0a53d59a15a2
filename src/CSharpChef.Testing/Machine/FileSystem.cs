namespace CSharpChef.Testing;

/// <summary>Paths and what is at them. Symbolic links on the way are followed as a kernel does.</summary>
internal sealed class FileSystem
{
    // A kernel gives up after 40 links; this counts folders as well.
    private const int MostHops = 200;

    private readonly SortedDictionary<string, Inode> inodes = new(StringComparer.Ordinal) { ["/"] = Inode.Directory() };

    /// <summary>What is at a path; with <paramref name="follow"/>, at the end of a link there. Null: nothing.</summary>
    public Inode? Find(string path, bool follow = true) =>
        Resolve(path, follow) is { } real ? inodes.GetValueOrDefault(real) : null;

    /// <summary>
    /// The path without links. What it names may be missing, its folder not: null then, and in a loop.
    /// </summary>
    public string? Resolve(string path, bool follow) => Resolve(path, follow, 0);

    /// <summary>Puts something at a path that <see cref="Resolve(string, bool)"/> gave.</summary>
    public void Put(string real, Inode inode) => inodes[real] = inode;

    /// <summary>Puts a file in place of another, at all its paths: hard links of one file stay so.</summary>
    public void Replace(Inode old, Inode inode)
    {
        foreach (var path in inodes.Where(one => ReferenceEquals(one.Value, old)).Select(one => one.Key).ToList())
        {
            inodes[path] = inode;
        }
    }

    public void Remove(string real)
    {
        foreach (var gone in Below(real).Append(real).ToList())
        {
            inodes.Remove(gone);
        }
    }

    public bool IsEmpty(string real) => !Below(real).Any();

    public void MakeDirectories(string path)
    {
        if (Find(path) is not null || path is "/")
        {
            return;
        }

        MakeDirectories(ParentOf(path));
        if (Resolve(path, follow: true) is { } real)
        {
            Put(real, Inode.Directory());
        }
    }

    public static string ParentOf(string path) =>
        path.TrimEnd('/').LastIndexOf('/') is > 0 and var slash ? path[..slash] : "/";

    private string? Resolve(string path, bool follow, int hops)
    {
        var trimmed = path.TrimEnd('/');
        if (trimmed.Length == 0)
        {
            return "/";
        }

        var folder = hops > MostHops ? null : Resolve(ParentOf(trimmed), follow: true, hops + 1);
        if (folder is null || inodes.GetValueOrDefault(folder)?.Kind != InodeKind.Directory)
        {
            return null;
        }

        var real = Step(folder, trimmed[(trimmed.LastIndexOf('/') + 1)..]);
        return follow && inodes.GetValueOrDefault(real) is { Kind: InodeKind.Link } link
            ? Resolve(Absolute(folder, link.Target), follow: true, hops + 1)
            : real;
    }

    private static string Step(string folder, string name) => name switch
    {
        "." => folder,
        ".." => ParentOf(folder),
        _ => folder == "/" ? "/" + name : $"{folder}/{name}",
    };

    private static string Absolute(string folder, string target) =>
        target.StartsWith('/') ? target : $"{folder}/{target}";

    private IEnumerable<string> Below(string real)
    {
        var prefix = real.TrimEnd('/') + "/";
        return inodes.Keys.Where(
            path => path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal));
    }
}
