using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>Appends the key of a new host to known_hosts, so that a later change is noticed.</summary>
internal static class KnownHostsWriter
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan lockTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The file is locked meanwhile: .NET appends by seeking and not with O_APPEND, so without the lock two processes
    /// that append at the same time would overwrite each other's lines.
    /// </summary>
    public static void Append(string file, string name, string keyType, byte[] key, bool hashed)
    {
        try
        {
            OwnerFolder.Create(Path.GetDirectoryName(file)!);
            using var stream = OpenLocked(file);
            var line = $"{(hashed ? KnownHost.HashName(name, RandomNumberGenerator.GetBytes(20)) : name)} {keyType} "
                + $"{Convert.ToBase64String(key)}\n";
            stream.Write(Encoding.UTF8.GetBytes(EndsMidLine(stream) ? "\n" + line : line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionException(ConnectionFailure.HostKey,
                $"Cannot write the key of {name} to {file}: {e.Message} Make it writable, or choose another file with --known-hosts.", e);
        }
    }

    // SSH.NET calls the check synchronously, so the wait for the lock is synchronous too.
    private static FileStream OpenLocked(string file)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return Open(file);
            }
            catch (IOException) when (File.Exists(file) && waited.Elapsed < lockTimeout)
            {
                Task.Delay(5).GetAwaiter().GetResult();
            }
        }
    }

    private static FileStream Open(string file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new(file, options);
    }

    private static bool EndsMidLine(FileStream stream)
    {
        if (stream.Length == 0)
        {
            return false;
        }

        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
