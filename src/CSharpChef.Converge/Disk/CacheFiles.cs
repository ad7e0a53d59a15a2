namespace CSharpChef.Converge.Disk;

/// <summary>
/// The files of one cache folder, readable by their owner only. A file that is missing or cannot be read counts as a
/// miss, and one that cannot be written is skipped. Several processes may use one folder.
/// </summary>
internal sealed class CacheFiles(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A folder below the user's cache folder, as the XDG Base Directory Specification places it.</summary>
    public static string UserFolder(string name) => Path.Combine(UserCache(), "csharpchef", name);

    public string PathOf(string name) => Path.Combine(folder, name);

    public IEnumerable<string> Paths() => Directory.EnumerateFiles(folder);

    public byte[]? Read(string name)
    {
        try
        {
            var path = PathOf(name);
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (IsMiss(e))
        {
            return null;
        }
    }

    /// <summary>Replaces a file at once, so that no reader meets half of it.</summary>
    public void Write(string name, byte[] head, byte[] body)
    {
        var path = PathOf(name);
        var written = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            OwnerFolder.Create(folder);
            using (var stream = new FileStream(written, CreateOptions()))
            {
                stream.Write(head);
                stream.Write(body);
            }

            File.Move(written, path, overwrite: true);
        }
        catch (Exception e) when (IsMiss(e))
        {
            Delete(Path.GetFileName(written));
        }
    }

    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (Exception e) when (IsMiss(e))
        {
            // The file is not there, or belongs to somebody else.
        }
    }

    public static bool IsMiss(Exception e) => e is IOException or UnauthorizedAccessException;

    private static string UserCache() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } path && Path.IsPathFullyQualified(path)
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static FileStreamOptions CreateOptions()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
