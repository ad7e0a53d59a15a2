using System.Runtime.Versioning;

namespace CSharpChef.Converge.Disk;

/// <summary>
/// Folders on this machine's disk that appear whole or not at all, so that many processes may use one cache. Their
/// files are read-only.
/// </summary>
internal sealed class FolderCache(string folder, TimeProvider clock)
{
    private const string Unfinished = ".new";

    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode FolderForAll = ForAll | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Whether the files can be read by other accounts to which somebody gives the folder; the folder above stays
    /// closed.
    /// </summary>
    public bool IsReadableByAll { get; init; }

    public string PathOf(string name) => Path.Combine(folder, name);

    public bool Has(string name) => Directory.Exists(PathOf(name));

    /// <summary>Adds a folder.</summary>
    /// <param name="write">Writes the files to the folder that it gets, and returns what they are.</param>
    /// <param name="nameOf">The name that the folder gets.</param>
    /// <param name="isUnchanged">Whether the folder that has the name already can stay.</param>
    public T Add<T>(Func<string, T> write, Func<T, string> nameOf, Func<T, bool> isUnchanged)
    {
        var made = NewFolder();
        try
        {
            var written = write(made);
            Protect(made);
            Move(made, nameOf(written), () => isUnchanged(written));
            return written;
        }
        finally
        {
            Leftovers.DeleteFolder(made);
        }
    }

    private string NewFolder()
    {
        OwnerFolder.Create(folder);
        Leftovers.Delete(folder, $"*{Unfinished}", clock);
        var path = PathOf($"{Guid.NewGuid():N}{Unfinished}");
        OwnerFolder.Create(path);
        return path;
    }

    private void Move(string made, string name, Func<bool> isUnchanged)
    {
        if (Has(name) && !isUnchanged())
        {
            var changed = PathOf($"{Guid.NewGuid():N}{Unfinished}");
            Directory.Move(PathOf(name), changed);
            Directory.Delete(changed, recursive: true);
        }

        try
        {
            Directory.Move(made, PathOf(name));
        }
        catch (IOException) when (Has(name))
        {
            // Another process was faster.
        }
    }

    // An editor that is led here by an error must not change what others use.
    private void Protect(string made)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(file, IsReadableByAll ? ForAll : UnixFileMode.UserRead);
        }

        if (IsReadableByAll)
        {
            OpenFolders(made);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void OpenFolders(string made)
    {
        foreach (var folder in Directory.EnumerateDirectories(made, "*", SearchOption.AllDirectories).Append(made))
        {
            File.SetUnixFileMode(folder, FolderForAll);
        }
    }
}
