using System.Text;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>A key file that no other process changes until this is disposed.</summary>
internal sealed class LockedKeyFile : IDisposable
{
    private const string Head = """
        # The keys of encrypted data bag items, one a line: its id, and itself. The last one encrypts, all decrypt.
        # Who has this file can read the items. Keep it out of the repository.

        """;

    private readonly KeyFile file;
    private readonly string path;
    private readonly ProcessLock held;

    private LockedKeyFile(KeyFile file, string path, ProcessLock held) =>
        (this.file, this.path, this.held) = (file, path, held);

    /// <exception cref="UsageException">The lock cannot be made, or another process has it all the time.</exception>
    public static LockedKeyFile Take(KeyFile file, TimeSpan limit, CancellationToken ct)
    {
        try
        {
            var path = FileLink.TargetOf(file.FullPath);
            return ProcessLock.Take($"{path}.lock", limit, ct) is { } held
                ? new LockedKeyFile(file, path, held)
                : throw new UsageException(
                    $"another csharpchef command changes the key file {file.Shown} for over {limit.TotalSeconds:0} s: repeat this one when it has ended");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the key file {file.Shown} cannot be locked: {e.Message}", e);
        }
    }

    /// <summary>Adds a key, which encrypts from now on.</summary>
    /// <exception cref="ChefException">The file is damaged, or cannot be written.</exception>
    public void Add(DataBagKey key)
    {
        file.Read();
        try
        {
            var lines = File.Exists(path) ? $"{File.ReadAllText(path).TrimEnd()}\n" : Head;
            PrivateFile.Replace(path, Encoding.UTF8.GetBytes($"{lines}{key.Line}\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the key file {file.Shown} cannot be written: {e.Message}", e);
        }

        file.Require(key);
    }

    public void Dispose() => held.Dispose();
}
