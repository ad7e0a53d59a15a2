namespace CSharpChef.Converge.Disk;

/// <summary>Finds links that lead to nothing, which .NET takes for files.</summary>
internal static class BrokenLink
{
    /// <summary>True for a file, and for a link that leads to one.</summary>
    public static bool IsFile(string path) => File.Exists(path) && Note(path).Length == 0;

    /// <summary>What follows the name of such a link in an error; empty for everything else.</summary>
    public static string Note(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is { } target && file.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true }
            ? $": it is a link to {target}, which does not exist"
            : "";
    }
}
