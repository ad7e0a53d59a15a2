namespace CSharpChef.Testing;

/// <summary>A tree of inodes. Symbolic links in a path are followed, as a kernel does.</summary>
internal sealed class FileSystem
{
    // A kernel gives up after 40 links; this limit counts folders as well.
    private const int MostHops = 200;

    // 02000: what is made in a directory gets its group.
    private const int SetGid = 1 << 10;

    private readonly SortedDictionary<string, Inode> inodes = new(StringComparer.Ordinal) { ["/"] = Inode.Directory() };

    /// <summary>
    /// The inode at a path, or with <paramref name="follow"/> the one that a link there points to; null when there is
    /// none.
    /// </summary>
    public Inode? Find(string path, bool follow = true) =>
        Resolve(path, follow) is { } real ? inodes.GetValueOrDefault(real) : null;

    /// <summary>
    /// The path without links. Its last part need not exist; null when its folder does not, and in a loop of links.
    /// </summary>
    public string? Resolve(string path, bool follow) => Resolve(path, follow, 0);

    /// <summary>Puts an inode at a path that <see cref="Resolve(string, bool)"/> returned.</summary>
    public void Put(string real, Inode inode) => inodes[real] = inode;

    /// <summary>
    /// Gives a new inode what its folder gives when it has the setgid bit: its group, and to a directory the bit.
    /// </summary>
    public Inode Inherited(string real, Inode inode)
    {
        if (inodes.GetValueOrDefault(ParentOf(real)) is { } folder && (folder.Mode.Bits & SetGid) != 0)
        {
            inode.Gid = folder.Gid;
            inode.Mode = inode.Kind == InodeKind.Directory ? new(inode.Mode.Bits | SetGid) : inode.Mode;
        }

        return inode;
    }

    /// <summary>Replaces a file at all its paths, so that hard links stay hard links.</summary>
    public void Replace(Inode old, Inode inode)
    {
        var paths = inodes.Where(entry => ReferenceEquals(entry.Value, old))
            .Select(entry => entry.Key)
            .ToList();
        foreach (var path in paths)
        {
            inodes[path] = inode;
        }
    }

    /// <summary>The number of paths that an inode has: its hard links.</summary>
    public int LinksOf(Inode inode) => inodes.Values.Count(each => ReferenceEquals(each, inode));

    public void Remove(string real)
    {
        foreach (var path in PathsBelow(real).Append(real).ToList())
        {
            inodes.Remove(path);
        }
    }

    public bool IsEmpty(string real) => !PathsBelow(real).Any();

    public void MakeDirectories(string path)
    {
        if (Find(path) is not null || path is "/")
        {
            return;
        }

        MakeDirectories(ParentOf(path));
        if (Resolve(path, follow: true) is { } real)
        {
            Put(real, Inherited(real, Inode.Directory()));
        }
    }

    /// <summary>Copies what is in a folder into another one, with a new owner and group.</summary>
    public void CopyTree(string from, string into, int uid, int gid)
    {
        foreach (var path in PathsBelow(from).ToList())
        {
            var inode = inodes[path];
            inodes[into + path[from.Length..]] = new Inode(inode.Kind, inode.Mode)
            {
                Uid = uid,
                Gid = gid,
                Content = inode.Content,
                Target = inode.Target,
            };
        }
    }

    /// <summary>The nearest path above that exists.</summary>
    public string ExistingAbove(string path)
    {
        var above = ParentOf(path);
        while (Find(above, follow: false) is null)
        {
            above = ParentOf(above);
        }

        return above;
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

        var folder = hops > MostHops ? null : Folder(ParentOf(trimmed), hops);
        if (folder is null)
        {
            return null;
        }

        var real = Step(folder, trimmed[(trimmed.LastIndexOf('/') + 1)..]);
        return follow && inodes.GetValueOrDefault(real) is { Kind: InodeKind.Link } link
            ? Resolve(Absolute(folder, link.Target), follow: true, hops + 1)
            : real;
    }

    // An inode is at its path without links, so that most folders are found at once.
    private string? Folder(string path, int hops) =>
        IsDirectory(path) ? path : Resolve(path, follow: true, hops + 1) is { } real && IsDirectory(real) ? real : null;

    private bool IsDirectory(string real) => inodes.GetValueOrDefault(real)?.Kind == InodeKind.Directory;

    private static string Step(string folder, string name) => name switch
    {
        "." => folder,
        ".." => ParentOf(folder),
        _ => folder == "/" ? "/" + name : $"{folder}/{name}",
    };

    private static string Absolute(string folder, string target) =>
        target.StartsWith('/') ? target : $"{folder}/{target}";

    private IEnumerable<string> PathsBelow(string real)
    {
        var prefix = real.TrimEnd('/') + "/";
        return inodes.Keys.Where(
            path => path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal));
    }
}
