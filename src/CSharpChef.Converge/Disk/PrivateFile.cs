namespace CSharpChef.Converge.Disk;

/// <summary>Files that only their owner may read, from their first byte on.</summary>
internal static class PrivateFile
{
    /// <summary>
    /// Writes a new file and renames it, so that readers see the old content or the new one. A link stays, and the file
    /// to which it leads is replaced.
    /// </summary>
    public static void Replace(string path, byte[] content)
    {
        var target = FileLink.TargetOf(path);
        var written = $"{target}.{Environment.ProcessId}.new";
        OwnerFolder.Create(Path.GetDirectoryName(target)!);
        File.Delete(written);
        try
        {
            Create(written, content);
            File.Move(written, target, overwrite: true);
        }
        finally
        {
            File.Delete(written);
        }
    }

    /// <summary>Writes a file that does not exist yet.</summary>
    public static void Create(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
