namespace CSharpChef.Stacks.Sources;

/// <summary>Resolves the symbolic links of a path.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Returns the path without links and dots; null when its links do not end.</summary>
    /// <param name="path">An absolute path. Its last folders need not exist.</param>
    public static string? Of(string path)
    {
        var (resolved, links) = ("/", 0);
        var rest = new Stack<string>(Parts(path));
        while (rest.TryPop(out var part))
        {
            var next = Path.GetFullPath(Path.Join(resolved, part));
            if (part is "." or ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            resolved = Path.IsPathRooted(target) ? "/" : resolved;
            Parts(target).ToList().ForEach(rest.Push);
        }

        return resolved;
    }

    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    // The first part comes last, because a stack returns the last one first.
    private static IEnumerable<string> Parts(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).AsEnumerable().Reverse();
}
