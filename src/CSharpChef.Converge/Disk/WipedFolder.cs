namespace CSharpChef.Converge.Disk;

/// <summary>
/// A new folder that only its owner can open, for files that must not stay. When it is disposed, its files are
/// overwritten and removed.
/// </summary>
internal sealed class WipedFolder : IDisposable
{
    private const string RuntimeVariable = "XDG_RUNTIME_DIR";

    /// <summary>Makes the folder in memory where the system has a place for that, else with temporary files.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public WipedFolder(Func<string, string?> variable)
    {
        var parent = variable(RuntimeVariable) is { Length: > 0 } runtime && Directory.Exists(runtime)
            ? runtime
            : System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(parent, $"csharpchef-{Guid.NewGuid():N}");
        OwnerFolder.Create(Path);
    }

    public string Path { get; }

    /// <summary>True to leave the folder as it is.</summary>
    public bool IsKept { get; set; }

    public void Dispose()
    {
        if (IsKept)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            Overwrite(file);
        }

        Directory.Delete(Path, recursive: true);
    }

    private static void Overwrite(string path)
    {
        if (FileKind.Irregular(path) is not null)
        {
            return;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
            stream.Write(new byte[stream.Length]);
            stream.Flush(flushToDisk: true);
        }
        catch (UnauthorizedAccessException)
        {
            // A backup that an editor wrote for reading only is removed as it is.
        }
    }
}
