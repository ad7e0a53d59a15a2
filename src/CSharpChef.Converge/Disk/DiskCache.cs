using System.Security.Cryptography;

namespace CSharpChef.Converge.Disk;

/// <summary>
/// Content by name on this machine's disk, with a checksum: a damaged entry counts as missing. Entries that were not
/// used for a month are deleted.
/// </summary>
internal sealed class DiskCache(string folder, TimeProvider clock)
{
    private const string PruneStamp = "pruned";
    private static readonly byte[] Magic = "CSharpChef recipe 1\n"u8.ToArray();
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly CacheFiles files = new(folder);

    private static int HeadLength => Magic.Length + SHA256.HashSizeInBytes;

    public static DiskCache Default() => new(CacheFiles.UserFolder("recipes"), TimeProvider.System);

    public byte[]? Read(string name)
    {
        if (files.Read(name) is not { } bytes || !IsIntact(bytes))
        {
            return null;
        }

        MarkUsed(files.PathOf(name));
        return bytes[HeadLength..];
    }

    public void Write(string name, byte[] content) =>
        files.Write(name, [.. Magic, .. SHA256.HashData(content)], content);

    /// <summary>Deletes entries that were not used for a month; looks at most once a day.</summary>
    public void Prune()
    {
        try
        {
            if (Age(files.PathOf(PruneStamp)) < Day)
            {
                return;
            }

            Write(PruneStamp, []);
            foreach (var path in files.Paths().Where(path => Age(path) > MaxAge))
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (CacheFiles.IsMiss(e))
        {
            // Another process prunes the folder too, or it cannot be written: the next run tries again.
        }
    }

    private static bool IsIntact(byte[] bytes) =>
        bytes.Length >= HeadLength
        && bytes.AsSpan().StartsWith(Magic)
        && bytes.AsSpan(Magic.Length, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(bytes.AsSpan(HeadLength)));

    private void MarkUsed(string path)
    {
        try
        {
            if (Age(path) > Day)
            {
                File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            }
        }
        catch (Exception e) when (CacheFiles.IsMiss(e))
        {
            // The entry is used all the same; it only looks older than it is.
        }
    }

    private TimeSpan Age(string path) =>
        File.Exists(path) ? clock.GetUtcNow() - File.GetLastWriteTimeUtc(path) : TimeSpan.MaxValue;
}
