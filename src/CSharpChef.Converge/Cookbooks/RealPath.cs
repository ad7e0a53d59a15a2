namespace CSharpChef.Converge.Cookbooks;

/// <summary>Resolves all links of a path, as realpath(3) does.</summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        var fullPath = Path.GetFullPath(path);
        var root = Path.GetPathRoot(fullPath)!;
        return fullPath[root.Length..]
            .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(root, (above, name) => Resolved(Path.Combine(above, name)));
    }

    public static bool IsBelow(string folder, string path) =>
        path.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Resolved(string path) =>
        new FileInfo(path).LinkTarget is null
            ? path
            : Of(File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName);
}
