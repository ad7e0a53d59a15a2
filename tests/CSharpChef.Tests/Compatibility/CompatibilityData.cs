using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// The files that the build of one version wrote, in <c>Compatibility/data/VERSION</c>. They never change, but for the
/// list of what this build tells otherwise: tests work on copies.
/// </summary>
public sealed record CompatibilityData(string Version)
{
    private static readonly string Root = SourceTree.PathOf("tests/CSharpChef.Tests/Compatibility/data");

    /// <summary>Every version that has data, as theory data.</summary>
    public static TheoryData<string> Versions =>
        [.. Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string this[string path] => Path.Combine(Root, Version, path);

    public string Text(string path) => File.ReadAllText(this[path]);

    /// <summary>
    /// Copies a folder. Git keeps no permissions, so only the owner may read the copy, as it was with the original.
    /// </summary>
    public void CopyTo(string destination, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(this[folder], "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(destination, Path.GetRelativePath(this[folder], file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }
}
