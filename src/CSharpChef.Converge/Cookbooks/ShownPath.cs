namespace CSharpChef.Converge.Cookbooks;

/// <summary>Paths as messages show them: a terminal or editor opens them from the current folder.</summary>
internal static class ShownPath
{
    /// <summary>The path from the current folder, or the full path when that is shorter.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return (relative.Length <= full.Length ? relative : full).Replace('\\', '/');
    }
}
