namespace CSharpChef.Testing;

/// <summary>Finds the folder of a source file.</summary>
internal static class SourceFolder
{
    /// <summary>
    /// The folder of a source file. A deterministic build names the file by a path that does not exist, such as
    /// <c>/_/tests/WebTests.cs</c>: it is then looked for from the folder of the assembly upwards.
    /// </summary>
    /// <exception cref="ChefTestException">The folder is not on this machine.</exception>
    public static string Of(string sourceFile) =>
        File.Exists(sourceFile)
            ? Path.GetDirectoryName(Path.GetFullPath(sourceFile))!
            : Above(AppContext.BaseDirectory).Select(folder => FolderBelow(folder, sourceFile))
                .FirstOrDefault(folder => folder is not null)
                ?? throw new ChefTestException(
                    $"the snapshot of the test cannot be found: its source {sourceFile} is not on this machine");

    private static string? FolderBelow(string folder, string sourceFile)
    {
        var parts = sourceFile.Split('/', '\\');
        return Enumerable.Range(1, parts.Length - 1)
            .Select(first => Path.Combine([folder, .. parts[first..]]))
            .Where(File.Exists)
            .Select(Path.GetDirectoryName)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
