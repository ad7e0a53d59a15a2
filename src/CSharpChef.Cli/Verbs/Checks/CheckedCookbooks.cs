using CSharpChef.Cli.Options;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Cli.Verbs.Checks;

/// <summary>The cookbooks that a user names to check, each with the library that compiles it.</summary>
internal static class CheckedCookbooks
{
    /// <summary>The current folder in place of folders that do not exist, when it is a cookbook.</summary>
    public static IReadOnlyList<string> OrThisOne(IReadOnlyList<string> folders) =>
        folders is [CookbookOptions.DefaultFolder] && !Directory.Exists(folders[0]) && IsCookbook(".") ? ["."] : folders;

    /// <summary>A folder with recipes or a cookbook.json is one cookbook; any other holds cookbooks.</summary>
    public static IReadOnlyList<(RecipeLibrary Recipes, Cookbook Cookbook)> Open(CookbookFolders given)
    {
        if (given.Paths.FirstOrDefault(path => !Directory.Exists(path)) is { } missing)
        {
            throw new UsageException(
                $"there is no folder {missing}: name the folder of a cookbook, or a folder of cookbooks");
        }

        var folders = given.Paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))).ToList();
        var isCookbook = given.Repositories.Count == 0
            && folders is [var only] && IsCookbook(only);
        var store = new CookbookStore(isCookbook ? [Path.GetDirectoryName(folders[0])!] : folders)
        {
            Repositories = given.Repositories,
        };
        var shared = new RecipeLibrary(store, DiskCache.Default());
        var names = isCookbook ? [Path.GetFileName(folders[0])] : store.Names;
        return [.. names.Select(store.Get).Select(cookbook => OfItsOwnLock(shared, cookbook))];
    }

    private static bool IsCookbook(string folder) =>
        Directory.Exists(Path.Combine(folder, "recipes")) || File.Exists(Path.Combine(folder, "cookbook.json"));

    // Another cookbook may lock another state of the same dependency.
    private static (RecipeLibrary Recipes, Cookbook Cookbook) OfItsOwnLock(RecipeLibrary shared, Cookbook cookbook)
    {
        if (!File.Exists(Path.Combine(cookbook.Files.Folder, CookbookLock.FileName)))
        {
            return (shared, cookbook);
        }

        var store = new CookbookStore(shared.Cookbooks.Roots) { Repositories = shared.Cookbooks.Repositories };
        return (new RecipeLibrary(store, DiskCache.Default()), store.Get(cookbook.Name));
    }
}
