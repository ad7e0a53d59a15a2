using System.Text.Json;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Stacks.Cookbooks.Versions;

/// <summary>
/// The versions of the cookbooks of stacks on the server's disk, each in a folder that appears whole or not at all, so
/// that many processes may use them.
/// </summary>
/// <param name="folder">The folder of all stacks.</param>
/// <param name="clock">Tells which unfinished folders are old.</param>
internal sealed class VersionStore(string folder, TimeProvider clock)
{
    private const string Files = "files";
    private const string Record = "version.json";

    /// <summary>The folder of a stack.</summary>
    public string FolderOf(string stackId) => Guid.TryParseExact(stackId, "D", out _)
        ? Path.Combine(folder, stackId)
        : throw new ArgumentException("The id of a stack is a GUID.", nameof(stackId));

    /// <summary>The files of a version with where its cookbooks are; null when the server does not have it.</summary>
    public (string Folder, CookbookLayout Layout)? Find(string stackId, string versionId)
    {
        var version = Path.Combine(FolderOf(stackId), versionId);
        return Read(Path.Combine(version, Record)) is { } layout ? (Path.Combine(version, Files), layout) : null;
    }

    /// <summary>Adds a version.</summary>
    /// <param name="stackId">The stack.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="write">
    /// Writes the files to the first of two folders, and moves them to the second with their layout.
    /// </param>
    public void Add(string stackId, string versionId, Func<string, string, CookbookLayout> write) =>
        new FolderCache(FolderOf(stackId), clock) { IsReadableByAll = true }.Add(
            made => Write(made, write), _ => versionId, _ => Find(stackId, versionId) is not null);

    /// <summary>The ids of the versions of a stack, the newest first, with the time when each was fetched.</summary>
    public IReadOnlyList<(string Id, DateTime FetchedAt)> List(string stackId) =>
        Directory.Exists(FolderOf(stackId))
            ? [.. new DirectoryInfo(FolderOf(stackId)).EnumerateDirectories()
                .Where(each => each.Name.All(char.IsAsciiHexDigitLower))
                .Select(each => (each.Name, each.CreationTimeUtc))
                .OrderByDescending(each => each.CreationTimeUtc)]
            : [];

    /// <summary>Removes a version; nobody finds it from the first moment on.</summary>
    public void Remove(string stackId, string versionId)
    {
        var version = Path.Combine(FolderOf(stackId), versionId);
        var removed = $"{version}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.Move(version, removed);
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }

        Leftovers.DeleteFolder(removed);
    }

    private static CookbookLayout Write(string made, Func<string, string, CookbookLayout> write)
    {
        var fetched = Path.Combine(made, "fetched");
        Directory.CreateDirectory(fetched);
        var layout = write(fetched, Path.Combine(made, Files));
        File.WriteAllBytes(Path.Combine(made, Record), JsonSerializer.SerializeToUtf8Bytes(layout));
        return layout;
    }

    private static CookbookLayout? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<CookbookLayout>(File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (CacheFiles.IsMiss(e) || e is JsonException)
        {
            return null;
        }
    }
}
