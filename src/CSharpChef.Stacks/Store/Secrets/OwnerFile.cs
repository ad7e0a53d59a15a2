using System.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>Writes files that only their owner may read, from their first byte on.</summary>
internal static class OwnerFile
{
    /// <summary>
    /// Writes a new file and renames it, so that readers see the old text or the new one. A link stays, and the file to
    /// which it leads is replaced.
    /// </summary>
    public static void Replace(string path, string text)
    {
        var target = TargetOf(path);
        var newFile = $"{target}.{Environment.ProcessId}.new";
        File.Delete(newFile);
        try
        {
            Write(newFile, text);
            File.Move(newFile, target, overwrite: true);
        }
        finally
        {
            File.Delete(newFile);
        }
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    private static string TargetOf(string path) => new FileInfo(path).LinkTarget is null
        ? path
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static void Write(string path, string text)
    {
        using var stream = Create(path);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
