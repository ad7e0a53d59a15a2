using System.Text;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>Files that only their owner may read, from their first byte on.</summary>
internal static class OwnerFile
{
    /// <summary>Written beside it and renamed, so that no reader sees half of it.</summary>
    public static void Replace(string path, string text)
    {
        var beside = $"{path}.{Environment.ProcessId}.new";
        File.Delete(beside);
        using (var stream = Create(beside))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
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
