using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Compile;

/// <summary>Resolves the text of a <c>#load</c> to logical paths, such as <c>cookbook/folder/file.csx</c>.</summary>
internal static class LoadPath
{
    public const string Prefix = SharedNames.Prefix;

    /// <summary>Replaces the cookbook's name in paths of a stack's files. A cookbook cannot have this name.</summary>
    public const string Stacks = "$stack";

    public static bool IsOfStacks(string path) => path.StartsWith(Stacks + "/", StringComparison.Ordinal);

    /// <summary>The path as messages show it.</summary>
    public static string DisplayPath(string path) => IsOfStacks(path) ? path[(Stacks.Length + 1)..] : path;

    /// <summary>
    /// The paths to try: beside the loading file, then below its cookbook. Empty when the path leaves the cookbook.
    /// </summary>
    public static IReadOnlyList<string> Candidates(string text, string from)
    {
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Normalized(text[Prefix.Length..]) is { } path ? [path] : [];
        }

        var cookbook = from[..from.IndexOf('/', StringComparison.Ordinal)];
        var inSameFolder = Normalized($"{from[..from.LastIndexOf('/')]}/{text}");
        return [.. new[] { inSameFolder, Normalized($"{cookbook}/{text}") }.OfType<string>()
            .Where(path => IsIn(cookbook, path))
            .Distinct()];
    }

    /// <summary>What to do when a <c>#load</c> names no file.</summary>
    /// <param name="text">What it names.</param>
    /// <param name="from">The logical path of the script that has it.</param>
    /// <param name="exists">Whether a script exists.</param>
    public static string Hint(string text, string from, Func<string, bool> exists) =>
        (IsOfStacks(from), Candidates(text, from)) switch
        {
            (true, _) => "a stack can load the files of its folder, and of those below it",
            (_, []) =>
                $"a recipe can only load files of its cookbook; write \"{Prefix}name/folder/file.csx\" for another one's",
            (_, var candidates) when Renamed(candidates).FirstOrDefault(exists) is { } renamed =>
                $"there is {renamed}: write that ending",
            (_, var candidates) =>
                $"there is no {string.Join(" or ", candidates)} in the cookbooks, or it is a link that leads out of them",
        };

    /// <summary>The bytes of a file by its logical path; null when it does not exist or must not be read.</summary>
    public static byte[]? Read(string path, CookbookStore cookbooks)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        try
        {
            return slash < 0 ? null : cookbooks.Find(path[..slash])?.Files.Read(path[(slash + 1)..]);
        }
        catch (RecipeException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Renamed(IEnumerable<string> candidates) =>
        candidates.Where(ScriptFile.Is).Select(ScriptFile.WithOtherEnding);

    private static bool IsIn(string cookbook, string path) => path.StartsWith(cookbook + "/", StringComparison.Ordinal);

    private static string? Normalized(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count < 2)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return parts is [{ Length: > 0 }, _, ..] ? string.Join('/', parts) : null;
    }
}
