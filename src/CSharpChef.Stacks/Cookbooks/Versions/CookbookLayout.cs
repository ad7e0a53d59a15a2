using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Repositories;

namespace CSharpChef.Stacks.Cookbooks.Versions;

/// <summary>
/// Where the cookbooks of a source are: one at the root, or each folder of the root and of <c>cookbooks</c> that has
/// recipes or a <c>cookbook.json</c>.
/// </summary>
/// <param name="Folders">The folders of cookbooks, relative to that of the version.</param>
/// <param name="Cookbooks">The names of the cookbooks, sorted.</param>
internal sealed record CookbookLayout(IReadOnlyList<string> Folders, IReadOnlyList<string> Cookbooks)
{
    private const string Inner = "cookbooks";

    /// <summary>Whether all files are those of one cookbook, which is at the root of the source.</summary>
    public bool IsOneCookbook { get; init; }

    private const int MostShown = 10;

    /// <summary>Moves the files of a source to the folder of a version.</summary>
    /// <param name="from">The folder with the files as they were fetched; it is moved.</param>
    /// <param name="to">The folder of the version, which does not exist yet.</param>
    /// <param name="name">The name of a cookbook at the root that does not name itself.</param>
    /// <param name="source">The source, for errors.</param>
    /// <exception cref="ChefException">There is no cookbook, or the one at the root has no name.</exception>
    public static CookbookLayout Move(string from, string to, string? name, string source)
    {
        if (!IsCookbook(from))
        {
            Directory.Move(from, to);
            return Of(to, [Inner, ""], source);
        }

        var own = RootName(from, source) ?? name ?? throw new CookbookSourceException(
            $"{source} has a cookbook at its root that names itself nowhere: write \"name\" in its cookbook.json");
        Directory.CreateDirectory(to);
        Directory.Move(from, Path.Combine(to, own));
        return Of(to, ["", $"{own}/{Inner}"], source) with { IsOneCookbook = true };
    }

    private static CookbookLayout Of(string folder, IReadOnlyList<string> places, string source)
    {
        var found = places.Select(place => (Place: place, Names: Names(Path.Combine(folder, place))))
            .Where(each => each.Names.Count > 0)
            .ToList();
        return found.Count > 0
            ? new(
                [.. found.Select(each => each.Place)],
                [.. found.SelectMany(each => each.Names).Distinct().Order(StringComparer.Ordinal)])
            : throw new CookbookSourceException(
                $"{source} has no cookbook: it has {Shown(folder)}. A cookbook is a folder with recipes/ or cookbook.json: the root, a folder of the root, or a folder of cookbooks/");
    }

    private static List<string> Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder)
            .Where(RepositoryLayout.IsCookbook)
            .Select(each => Path.GetFileName(each))]
        : [];

    private static bool IsCookbook(string folder) =>
        File.Exists(Path.Combine(folder, RepositoryLayout.Manifest)) || Directory.Exists(Path.Combine(folder, "recipes"));

    private static string? RootName(string folder, string source) =>
        Path.Combine(folder, RepositoryLayout.Manifest) is var manifest && File.Exists(manifest)
            ? CookbookManifest.Parse(File.ReadAllBytes(manifest), $"{RepositoryLayout.Manifest} of {source}").Name
            : null;

    private static string Shown(string folder)
    {
        var names = new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Select(each => each is DirectoryInfo ? $"{each.Name}/" : each.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? "no file"
            : string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown ? $" and {names.Count - MostShown} more" : "");
    }
}
