using System.Collections.Concurrent;

namespace CSharpChef.Converge.Cookbooks;

/// <summary>
/// The cookbooks that a run can use, found by name in some folders; the first folder that has one wins. Each file is
/// read once, so that all hosts of a run see the same content.
/// </summary>
internal sealed class CookbookStore
{
    private readonly ConcurrentDictionary<string, Lazy<Cookbook>> found = new(StringComparer.Ordinal);

    public CookbookStore(IReadOnlyList<string> roots) =>
        Roots = [.. roots.Select(root => Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)))];

    public IReadOnlyList<string> Roots { get; }

    /// <summary>The names of all cookbooks, sorted.</summary>
    public IReadOnlyList<string> Names => [.. Roots
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(folder => Path.GetFileName(folder))
        .Where(RunListItem.IsName)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    public Cookbook Get(string name) => Find(name) ?? throw UnknownCookbook(name);

    public Cookbook? Find(string name) => RunListItem.IsName(name) && FolderOf(name) is { } folder
        ? found.GetOrAdd(name, _ => new Lazy<Cookbook>(() => Open(name, folder))).Value
        : null;

    /// <summary>The path of a file by its logical path, such as <c>web/recipes/default.csx</c>.</summary>
    public string? PathOf(string logical)
    {
        var slash = logical.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && RunListItem.IsName(logical[..slash]) && FolderOf(logical[..slash]) is { } folder
            ? Path.Combine(folder, logical[(slash + 1)..])
            : null;
    }

    /// <summary>Returns the cookbooks and all their dependencies, each once, dependencies first.</summary>
    public IReadOnlyList<Cookbook> WithDependencies(IEnumerable<string> names)
    {
        var ordered = new List<Cookbook>();
        foreach (var name in names)
        {
            AddAfterDependencies(Get(name), ordered, []);
        }

        return ordered;
    }

    private void AddAfterDependencies(Cookbook cookbook, List<Cookbook> ordered, IReadOnlyList<string> path)
    {
        if (path.Contains(cookbook.Name))
        {
            throw new RecipeException(
                $"cookbooks depend on each other in a circle: {string.Join(" -> ", path.Append(cookbook.Name))}");
        }

        if (ordered.Contains(cookbook))
        {
            return;
        }

        foreach (var name in cookbook.Manifest.Dependencies.Keys)
        {
            AddAfterDependencies(
                Find(name) ?? throw UnknownCookbook(name, neededBy: cookbook), ordered, [.. path, cookbook.Name]);
        }

        ordered.Add(cookbook);
    }

    private string? FolderOf(string name)
    {
        foreach (var root in Roots)
        {
            var folder = Path.Combine(root, name);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    private static Cookbook Open(string name, string folder)
    {
        var cookbook = new Cookbook(name, folder);
        return cookbook.Manifest.Name is null || cookbook.Manifest.Name == name ? cookbook : throw new RecipeException(
            $"{cookbook.PlaceInManifest("name")}: this names the cookbook \"{cookbook.Manifest.Name}\": rename its folder {folder}, or that");
    }

    private RecipeException UnknownCookbook(string name, Cookbook? neededBy = null) => new(
        (neededBy is null ? "" : $"{neededBy.PlaceInManifest($"dependencies.{name}")}: ")
        + $"there is no cookbook \"{name}\"{(neededBy is null ? "" : $", which {neededBy.Name} depends on,")}"
        + $" in {string.Join(" or ", Roots.Select(root => Directory.Exists(root) ? root : $"{root} (which does not exist)"))}"
        + Nearest.Question(name, Names));
}
