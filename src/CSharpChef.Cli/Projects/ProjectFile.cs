using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Projects;

/// <summary>
/// The file <c>csharpchef.json</c> of a project: where its cookbooks and its inventory are, and what the hosts of each
/// group run. Its paths start at its folder.
/// </summary>
internal sealed record ProjectFile(string Path)
{
    public const string Name = "csharpchef.json";

    private const string DefaultCookbooks = "cookbooks";

    /// <summary>The folders of cookbooks. Default: the folder <c>cookbooks</c> beside the file.</summary>
    public IReadOnlyList<string> Cookbooks { get; init; } =
        [System.IO.Path.GetFullPath(DefaultCookbooks, System.IO.Path.GetDirectoryName(Path)!)];

    /// <summary>The path of the inventory; null when the project file does not name one.</summary>
    public string? Inventory { get; init; }

    public ProjectGroups Groups { get; init; } = ProjectGroups.None;

    /// <summary>The path, line and column of the value at a dotted path of the file.</summary>
    public Func<string, string> PlaceOf { get; init; } = _ => Name;

    /// <summary>Reads the file of a folder, or of the nearest folder above that has one; null when none has.</summary>
    /// <exception cref="UsageException">The file has an error, or others can change it.</exception>
    public static ProjectFile? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = System.IO.Path.Combine(at.FullName, Name);
            if (File.Exists(path))
            {
                return Read(path);
            }
        }

        return null;
    }

    private static ProjectFile Read(string path)
    {
        if (FileOwner.Distrust(path) is { } reason)
        {
            throw new UsageException(
                $"{ShownPath.Of(path)} is not used, since {reason}: it decides what runs on your machines. Make it yours "
                + $"(chown, chmod go-w), or work in a folder that is not below {System.IO.Path.GetDirectoryName(path)}");
        }

        try
        {
            return new ProjectReader(File.ReadAllBytes(path), path).Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = BrokenLink.Note(path) is { Length: > 0 } note ? note : $": {e.Message}";
            throw new UsageException($"cannot read {ShownPath.Of(path)}{why}", e);
        }
    }
}
