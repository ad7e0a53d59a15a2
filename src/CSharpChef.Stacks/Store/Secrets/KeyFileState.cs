namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>What a look at the key file's folder shows: another state means that the file was changed.</summary>
internal readonly record struct KeyFileState(bool Exists, DateTime Written, long Length, UnixFileMode Mode)
{
    public static KeyFileState Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(true, file.LastWriteTimeUtc, file.Length, file.UnixFileMode) : default;
    }
}
