namespace CSharpChef.Converge.Disk;

/// <summary>
/// Files of which readers see the old content or the new one, never a part. A file that is replaced keeps its
/// permissions.
/// </summary>
internal static class WholeFile
{
    /// <summary>Writes a new file beside the old one and renames it. A failure leaves the old one alone.</summary>
    public static void Replace(string path, Action<Stream> write) => Write(path, write, overwrite: true);

    /// <summary>Writes a file that does not exist yet.</summary>
    /// <exception cref="IOException">The file exists.</exception>
    public static void Create(string path, Action<Stream> write) => Write(path, write, overwrite: false);

    private static void Write(string path, Action<Stream> write, bool overwrite)
    {
        var written = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            using (var stream = new FileStream(written, OptionsLike(path)))
            {
                write(stream);
            }

            File.Move(written, path, overwrite);
        }
        finally
        {
            File.Delete(written);
        }
    }

    private static FileStreamOptions OptionsLike(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            options.UnixCreateMode = File.GetUnixFileMode(path);
        }

        return options;
    }
}
