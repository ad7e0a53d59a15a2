namespace CSharpChef.Editor.Texts;

/// <summary>Paths of files as the URIs of the protocol.</summary>
internal static class FileUri
{
    /// <summary>The full path; null when the URI names no file, such as that of a text that was never saved.</summary>
    public static string? PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile
            ? Path.GetFullPath(Uri.UnescapeDataString(parsed.LocalPath))
            : null;

    public static string Of(string path) => new Uri(path).AbsoluteUri;
}
