using System.Security.Cryptography;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// Bytes by name, on this machine's disk. It only ever helps: an entry that is missing, damaged or cannot be written is
/// as good as none. Many processes may use one folder.
/// </summary>
internal sealed class CacheFolder(string folder, TimeProvider clock)
{
    private const string Stamp = "pruned";
    private static readonly byte[] Magic = "CSharpChef recipe 1\n"u8.ToArray();
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static int HeadLength => Magic.Length + SHA256.HashSizeInBytes;

    public static CacheFolder Default() => new(Path.Combine(UserCache(), "csharpchef", "recipes"), TimeProvider.System);

    public byte[]? Read(string name)
    {
        try
        {
            var path = Path.Combine(folder, name);
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
            if (!IsWhole(bytes))
            {
                return null;
            }

            MarkUsed(path);
            return bytes[HeadLength..];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string name, byte[] content)
    {
        try
        {
            // What is in here runs as code.
            OwnerFolder.Create(folder);
            var path = Path.Combine(folder, name);
            var written = $"{path}.{Guid.NewGuid():N}.new";
            File.WriteAllBytes(written, [.. Magic, .. SHA256.HashData(content), .. content]);
            File.Move(written, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Deletes what nobody used for a month; looks at most once a day.</summary>
    public void Prune()
    {
        try
        {
            if (Age(Path.Combine(folder, Stamp)) < Day)
            {
                return;
            }

            Write(Stamp, []);
            foreach (var path in Directory.EnumerateFiles(folder).Where(path => Age(path) > Kept))
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string UserCache() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } path && Path.IsPathFullyQualified(path)
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static bool IsWhole(byte[] bytes) =>
        bytes.Length >= HeadLength
        && bytes.AsSpan().StartsWith(Magic)
        && bytes.AsSpan(Magic.Length, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(bytes.AsSpan(HeadLength)));

    private void MarkUsed(string path)
    {
        if (Age(path) > Day)
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        }
    }

    private TimeSpan Age(string path) =>
        File.Exists(path) ? clock.GetUtcNow() - File.GetLastWriteTimeUtc(path) : TimeSpan.MaxValue;
}
