using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Recipes;

namespace CSharpChef.Sdk.Tasks;

/// <summary>The cookbook that a script is in, with the cookbooks that it depends on.</summary>
internal sealed class CookbookOfScript
{
    private static readonly string[] ScriptFolders = ["recipes", "resources", "lib"];
    private readonly string folder;
    private readonly CookbookStore store;

    private CookbookOfScript(string folder, CookbookCache cache)
    {
        this.folder = folder;
        store = CookbookStore.Beside(folder, cache, out var name);
        Name = name;
    }

    public string Name { get; }

    /// <summary>The cookbook of a script; null when the script is in none.</summary>
    /// <param name="script">The path of the script.</param>
    /// <param name="cache">Has the cookbooks that lock files name.</param>
    public static CookbookOfScript? Of(string script, CookbookCache cache)
    {
        for (var at = Directory.GetParent(script); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Cookbook.ManifestFile)))
            {
                return new CookbookOfScript(at.FullName, cache);
            }

            if (ScriptFolders.Contains(at.Name) && at.Parent is { } cookbook)
            {
                return new CookbookOfScript(cookbook.FullName, cache);
            }
        }

        return null;
    }

    public bool Has(string file) => RealPath.IsBelow(folder, file);

    public CookbookScript Script(string file) => Script(Name, folder, file);

    /// <summary>
    /// The scripts that all recipes share, of the cookbook and of its dependencies; of the cookbook alone when a
    /// dependency is not there: an editor must not lose all completion because of one.
    /// </summary>
    /// <param name="warn">Gets what is wrong with the dependencies.</param>
    public IReadOnlyList<CookbookScript> Shared(Action<string> warn)
    {
        try
        {
            return [.. store.WithDependencies([Name]).SelectMany(SharedOf)];
        }
        catch (RecipeException e)
        {
            warn(e.Message);
            return [.. SharedOf(store.Get(Name))];
        }
    }

    /// <summary>
    /// The NuGet packages that a script names, with the versions of the cookbook where it names none.
    /// </summary>
    public IEnumerable<PackageDirective> PackagesOf(CookbookScript script) => File.ReadLines(script.File)
        .Select(line => line.Split(' ', 2))
        .Where(words => words is ["#:package", _])
        .Select(words => DirectiveText.PackageOf(
            new ScriptDirective(ScriptDirective.Package, words[1].Trim(), 0, 0, 0, script.File)))
        .Select(package => package with
        {
            Version = package.Version ?? store.Get(Name).Manifest.Packages.GetValueOrDefault(package.Id),
        });

    private static IEnumerable<CookbookScript> SharedOf(Cookbook cookbook) => cookbook.SharedScripts
        .Select(file => Path.Combine(cookbook.Files.Folder, file))
        .Select(file => Script(cookbook.Name, cookbook.Files.Folder, file));

    private static CookbookScript Script(string cookbook, string folder, string file) =>
        new(file, $"{cookbook}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}");
}
