using System.Security.Cryptography;

namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// The file of the master keys: one line each, the id and the key in base 64. The last key seals, all keys open.
/// </summary>
internal static class MasterKeyFile
{
    private const int KeyBytes = 32;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <exception cref="StoreException">The file cannot be read, or has not only keys.</exception>
    public static IReadOnlyList<MasterKey> Read(string path)
    {
        try
        {
            return ReadKeys(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The master keys cannot be read: {e.Message} Restore {path} from its backup, or give it to the user of the server.", e);
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
            throw new StoreException($"{path} can be read by others: chmod 600 {path}.");
        }

        var keys = File.ReadLines(path).Where(line => line.Length > 0).Select(line => Parse(line, path)).ToList();
        return keys.Count > 0
            ? keys
            : throw new StoreException(
                $"{path} holds no key: restore it from its backup. Without it the store's secrets cannot be read.");
    }

    private static MasterKey Parse(string line, string path)
    {
        var bytes = new byte[KeyBytes];
        return line.Split(' ') is [var id, var text]
            && Convert.TryFromBase64String(text, bytes, out var length)
            && length == KeyBytes
            ? new(id, bytes)
            : throw new StoreException(
                $"{path} has a line that is not a key: each line is an id, a space, and 32 bytes in base 64. Restore it from its backup.");
    }
}
