namespace CSharpChef.Converge.Disk;

/// <summary>Finds the file that a path means.</summary>
internal static class FileLink
{
    /// <summary>The file to which a link leads; the path itself for everything else.</summary>
    public static string TargetOf(string path) => new FileInfo(path).LinkTarget is null
        ? path
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
}
