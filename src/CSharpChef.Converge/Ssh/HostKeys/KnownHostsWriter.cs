using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>Writes a host's key down, so that a change is noticed from now on.</summary>
internal static class KnownHostsWriter
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The file is locked while it grows, since .NET appends by seeking and not with O_APPEND: without the lock two
    /// processes that meet a new host at the same time write over each other.
    /// </summary>
    public static void Append(string file, string name, string keyType, byte[] key, bool hashed)
    {
        try
        {
            OwnerFolder.Create(Path.GetDirectoryName(file)!);
            using var stream = OpenAlone(file);
            var line = $"{(hashed ? KnownHost.HashName(name, RandomNumberGenerator.GetBytes(20)) : name)} {keyType} "
                + $"{Convert.ToBase64String(key)}\n";
            stream.Write(Encoding.UTF8.GetBytes(EndsMidLine(stream) ? "\n" + line : line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionException(ConnectionFailure.HostKey,
                $"Cannot write the key of {name} to {file}: {e.Message} Make it writable, or name another with --known-hosts.", e);
        }
    }

    // SSH.NET asks for its verdict synchronously, so the wait for the lock is a synchronous one.
    private static FileStream OpenAlone(string file)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return Open(file);
            }
            catch (IOException) when (File.Exists(file) && waited.Elapsed < patience)
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
