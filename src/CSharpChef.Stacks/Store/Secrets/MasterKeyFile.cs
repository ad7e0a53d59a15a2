using System.Security.Cryptography;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// The file of the master keys: one line each, the id and the key in base 64. The last key seals, all keys open.
/// </summary>
internal static class MasterKeyFile
{
    private const int KeyBytes = 32;
    private const string Restore = "restore it from its backup, or name the right one with --master-key";

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <exception cref="KeyFileException">The file cannot be read, or has not only keys.</exception>
    public static IReadOnlyList<MasterKey> Read(string path)
    {
        try
        {
            return ReadKeys(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyFileException(path, "is missing", Restore, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new KeyFileException(path, "cannot be read by the user of the server", $"chown it to that user and chmod 600 {path}", e);
        }
        catch (IOException e)
        {
            throw new KeyFileException(path, $"cannot be read ({Reason.Of(e).TrimEnd('.')})", Restore, e);
        }
    }

    public static MasterKey New() =>
        new(RandomNumberGenerator.GetHexString(8, lowercase: true), RandomNumberGenerator.GetBytes(KeyBytes));

    public static void Write(string path, IReadOnlyList<MasterKey> keys) =>
        OwnerFile.Replace(path, string.Concat(keys.Select(key => $"{key.Id} {Convert.ToBase64String(key.Bytes)}\n")));

    private static List<MasterKey> ReadKeys(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new KeyFileException(path, "can be read or changed by others", $"chmod 600 {path}");
        }

        var keys = File.ReadLines(path).Where(line => line.Length > 0).Select(line => Parse(line, path)).ToList();
        return keys.Count > 0
            ? keys
            : throw new KeyFileException(path, "holds no key", Restore);
    }

    private static MasterKey Parse(string line, string path)
    {
        var bytes = new byte[KeyBytes];
        return line.Split(' ') is [var id, var text]
            && Convert.TryFromBase64String(text, bytes, out var length)
            && length == KeyBytes
            ? new(id, bytes)
            : throw new KeyFileException(
                path, "has a line that is not a key (an id, a space, and 32 bytes in base 64)", Restore);
    }
}
