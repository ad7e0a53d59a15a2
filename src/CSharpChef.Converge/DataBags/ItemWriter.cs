using System.Text;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.DataBags;

/// <summary>Writes files of data bag items, each at once, so that no reader meets half of it.</summary>
internal static class ItemWriter
{
    /// <param name="path">The path of the file. Its folder is made when it is missing.</param>
    /// <param name="item">The text of the item.</param>
    /// <param name="key">The key to encrypt it with; null for a plain file.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, ItemText item, DataBagKey? key) => Replace(
        path, key is null ? item.Json : ItemCipher.Seal(item.Json, item.Name, key).ToJson(item.Name));

    private static void Replace(string path, string text)
    {
        try
        {
            var target = FileLink.TargetOf(path);
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            Replace(target, Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}.new"), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the data bag item cannot be written: {e.Message}", e);
        }
    }

    private static void Replace(string target, string written, string text)
    {
        try
        {
            using (var stream = new FileStream(written, Options(target)))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(written, target, overwrite: true);
        }
        finally
        {
            File.Delete(written);
        }
    }

    // An item keeps its permissions; a new one has those of the user's umask.
    private static FileStreamOptions Options(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        return options;
    }
}
