using System.Collections.Concurrent;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// The files of one cookbook. It reads nothing outside the cookbook's folder, neither by <c>..</c> nor through links.
/// </summary>
/// <param name="cookbook">The name of the cookbook.</param>
/// <param name="folder">Its folder.</param>
/// <param name="opened">The texts that stand for files.</param>
internal sealed class CookbookFiles(string cookbook, string folder, OpenedFiles? opened = null)
{
    private const long Large = 1024 * 1024;
    private readonly ConcurrentDictionary<string, byte[]?> bytes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileContent> contents = new(StringComparer.Ordinal);
    private readonly Lazy<string> realFolder = new(() => RealPath.Of(folder));

    public string Folder { get; } = folder;

    /// <summary>The path that messages show, such as <c>cookbooks/web/recipes/default.csx</c>.</summary>
    public string PathOf(string file) => ShownPath.Of(Path.Combine(Folder, file));

    /// <summary>The path that is the same on all machines, such as <c>web/recipes/default.csx</c>.</summary>
    public string LogicalPath(string file) => $"{cookbook}/{file}";

    /// <summary>The names of the files and texts directly in a folder, sorted; empty when it does not exist.</summary>
    public IReadOnlyList<string> In(string subfolder)
    {
        var path = Path.Combine(Folder, subfolder);
        IEnumerable<string> files = Directory.Exists(path) ? Directory.GetFiles(path) : [];
        var texts = opened?.Paths.Where(file => Path.GetDirectoryName(file) == path) ?? [];
        return [.. files.Concat(texts).Select(file => Path.GetFileName(file)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The paths of all files below a folder, sorted in each folder; empty when it does not exist. Folders in which no
    /// scripts are looked for are left out.
    /// </summary>
    public IEnumerable<string> Below(string subfolder) => In(subfolder).Select(file => $"{subfolder}/{file}")
        .Concat(Subfolders(subfolder).SelectMany(name => Below($"{subfolder}/{name}")));

    /// <summary>The bytes of a small file; null when it does not exist.</summary>
    public byte[]? Read(string file) =>
        bytes.GetOrAdd(file, name => opened?.Read(Path.GetFullPath(Path.Combine(Folder, name)))
            ?? (Locate(name) is { } path ? File.ReadAllBytes(path) : null));

    /// <summary>The content of a file below <c>files</c> or <c>templates</c>.</summary>
    public FileContent Content(string subfolder, string source) => contents.GetOrAdd($"{subfolder}/{source}", file =>
    {
        var path = IsInside(subfolder, source)
            ? Locate(file) ?? throw MissingFile(subfolder, source)
            : throw Outside(file);
        return new FileInfo(path).Length > Large ? FileContent.FromFile(path) : FileContent.FromBytes(Read(file)!);
    });

    /// <summary>True when a path in a recipe stays below a folder of the cookbook.</summary>
    public bool IsInside(string subfolder, string source)
    {
        var top = Path.GetFullPath(Path.Combine(Folder, subfolder));
        return !Path.IsPathRooted(source) && RealPath.IsBelow(top, Path.GetFullPath(Path.Combine(top, source)));
    }

    public RecipeException MissingFile(string subfolder, string source)
    {
        var existing = All(subfolder);
        var nearest = Nearest.Of(source, existing);
        return new RecipeException($"there is no {PathOf($"{subfolder}/{source}")}" + (nearest, existing.Count) switch
        {
            ({ } name, _) => $": did you mean \"{name}\"?",
            (_, 0) => $": {Folder}/{subfolder} is empty or does not exist",
            _ => $": {subfolder}/ has {string.Join(", ", existing.Take(10))}{(existing.Count > 10 ? ", …" : "")}",
        });
    }

    private IEnumerable<string> Subfolders(string subfolder) =>
        new DirectoryInfo(Path.Combine(Folder, subfolder)) is { Exists: true } folder
            ? folder.GetDirectories().Where(ScriptFile.MayBeIn).Select(below => below.Name)
                .Order(StringComparer.Ordinal)
            : [];

    private string? Locate(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, file));
        if (!RealPath.IsBelow(Folder, path)
            || (File.Exists(path) && !RealPath.IsBelow(realFolder.Value, RealPath.Of(path))))
        {
            throw Outside(file);
        }

        return File.Exists(path) ? path : null;
    }

    private RecipeException Outside(string file) =>
        new($"{PathOf(file)} is outside the cookbook: a recipe can only use files of its cookbook, {Folder}");

    private List<string> All(string subfolder)
    {
        var top = Path.Combine(Folder, subfolder);
        return Directory.Exists(top)
            ? [.. Directory.EnumerateFiles(top, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(top, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)]
            : [];
    }
}
