using System.Text;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.Checks;

/// <summary><c>csharpchef check --fix</c>: rewrites the scripts of cookbooks as ordinary C# files.</summary>
internal static class CheckFix
{
    /// <exception cref="UsageException">A path is the URL of a repository.</exception>
    public static void RequireFolders(IReadOnlyList<string> paths)
    {
        if (paths.FirstOrDefault(path => GitLocation.Parse(path) is not null) is { } url)
        {
            throw new UsageException($"--fix changes files, and {url} is a repository: name the folder of a clone");
        }
    }

    /// <returns>The files that changed, and why cookbooks were not changed.</returns>
    public static async Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Errors)> RunAsync(
        CookbookFolders given, SourceUse use, CancellationToken ct)
    {
        var (files, errors) = (new List<string>(), new List<string>());
        foreach (var (recipes, cookbook) in CheckedCookbooks.Open(given))
        {
            try
            {
                await MissingCookbooks.FetchAsync(recipes.Cookbooks, cookbook, use, ct);
                files.AddRange(recipes.Fixed(cookbook).Select(file => Write(cookbook, file.Key, file.Value)));
            }
            catch (RecipeException e)
            {
                errors.Add(e.Message);
            }
        }

        return (files, errors);
    }

    // As it was, with a byte order mark or without.
    private static string Write(Cookbook cookbook, string file, string text)
    {
        var hasMark = cookbook.Files.Read(file) is [0xEF, 0xBB, 0xBF, ..];
        WholeFile.Replace(RealPath.Of(Path.Combine(cookbook.Files.Folder, file)), stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(hasMark), leaveOpen: true);
            writer.Write(text);
        });
        return cookbook.Files.PathOf(file);
    }
}
