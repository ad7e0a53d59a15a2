using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Converge;

/// <summary>Writes a host's key down, so that a change is noticed from now on.</summary>
internal static class KnownHostsWriter
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>One write in append mode: processes that add hosts at the same time do not mix their lines.</summary>
    public static void Append(string file, string name, string keyType, byte[] key, bool hashed)
    {
        try
        {
            CreateFolder(Path.GetDirectoryName(file)!);
            using var stream = Open(file);
            var line = $"{(hashed ? KnownHost.HashName(name, RandomNumberGenerator.GetBytes(20)) : name)} {keyType} {Convert.ToBase64String(key)}\n";
            stream.Write(Encoding.UTF8.GetBytes(EndsMidLine(file) ? "\n" + line : line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionException(ConnectionFailure.HostKey,
                $"Cannot write the key of {name} to {file}: {e.Message} Make it writable, or name another with --known-hosts.", e);
        }
    }

    static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    static FileStream Open(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new(file, options);
    }

    static bool EndsMidLine(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.Length == 0)
        {
            return false;
        }

        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
