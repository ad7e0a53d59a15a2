using System.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>Writes files that only their owner may read, from their first byte on.</summary>
internal static class OwnerFile
{
    /// <summary>Writes a new file and renames it, so that readers see the old text or the new one.</summary>
    public static void Replace(string path, string text)
    {
        var newFile = $"{path}.{Environment.ProcessId}.new";
        File.Delete(newFile);
        using (var stream = Create(newFile))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(newFile, path, overwrite: true);
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
}
