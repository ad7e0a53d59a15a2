using System.Text;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// The script that the compiler gets for a recipe: it loads the resources in scope and then the recipe. Files have
/// logical paths such as <c>web/recipes/default.csx</c>, so that the result does not depend on the checkout's folder.
/// </summary>
internal sealed record RecipeEntry(RunListItem Item, IReadOnlyList<string> Files)
{
    /// <summary>The type whose members the script can call like functions.</summary>
    public Type Globals { get; init; } = typeof(RecipeContext);

    /// <summary>The shared code that the scripts can use.</summary>
    public SharedScope Shared { get; init; } = SharedScope.None;

    /// <summary>The NuGet packages that the scripts can use; null when they can use none.</summary>
    public PackageScope? Packages { get; init; }

    /// <summary>The scripts with resources of cookbooks that are not dependencies, for hints.</summary>
    public Func<IEnumerable<(string Cookbook, string Text)>> OtherResources { get; init; } = () => [];

    /// <summary>The scripts of <c>lib/</c> and <c>resources/</c> that the scripts can load, for hints.</summary>
    public Func<IEnumerable<(string Path, string Text)>> Loadable { get; init; } = () => [];

    public static RecipeEntry Of(RunListItem item, CookbookStore cookbooks, SharedCache shared) => OfScript(
        item,
        $"{item.Cookbook}/{cookbooks.Get(item.Cookbook).ScriptOf(item.Recipe)}",
        cookbooks,
        shared.ScopeOf(item.Cookbook));

    /// <summary>The entry of a script that is used like a recipe.</summary>
    /// <param name="item">The name of the recipe.</param>
    /// <param name="script">The logical path of the script.</param>
    /// <param name="cookbooks">All cookbooks of the run.</param>
    /// <param name="shared">The shared code that the script can use.</param>
    public static RecipeEntry OfScript(RunListItem item, string script, CookbookStore cookbooks, SharedScope shared)
    {
        var resources = cookbooks.WithDependencies([item.Cookbook])
            .SelectMany(each => each.Resources.Select(each.Files.LogicalPath));
        return new RecipeEntry(item, [.. resources.Where(path => path != script), script])
        {
            Packages = cookbooks.PackagesOf(item.Cookbook),
            Shared = shared,
            OtherResources = () => ResourcesOutside(item, cookbooks),
            Loadable = () => ScriptsInScope(item, cookbooks),
        };
    }

    /// <summary>The entry of shared code, which no script starts.</summary>
    public static RecipeEntry OfShared(RunListItem item, SharedScope dependencies, CookbookStore cookbooks) =>
        new(item, [])
        {
            Packages = cookbooks.PackagesOf(item.Cookbook),
            Shared = dependencies,
            OtherResources = () => ResourcesOutside(item, cookbooks),
            Loadable = () => ScriptsInScope(item, cookbooks),
        };

    /// <summary>Changes with what the scripts can use; the content of the scripts comes to it.</summary>
    public string Key => $"{Text}\0{Packages?.Key}\0{Shared.Key}";

    // The empty statement at the end: the compiler makes no assembly of a script without any statement.
    public string Text => string.Concat(Files.Select(file => $"#load \"{LoadPath.Prefix}{file}\"\n")) + ";\n";

    private static IEnumerable<(string Path, string Text)> ScriptsInScope(RunListItem item, CookbookStore cookbooks) =>
        from cookbook in cookbooks.WithDependencies([item.Cookbook])
        from file in cookbook.SharedScripts
        select (cookbook.Files.LogicalPath(file), Encoding.UTF8.GetString(cookbook.Files.Read(file) ?? []));

    private static List<(string Cookbook, string Text)> ResourcesOutside(RunListItem item, CookbookStore cookbooks)
    {
        var inScope = cookbooks.WithDependencies([item.Cookbook]).Select(cookbook => cookbook.Name).ToHashSet();
        try
        {
            return [.. cookbooks.Names.Where(name => !inScope.Contains(name)).Select(cookbooks.Get)
                .SelectMany(cookbook => cookbook.Resources
                    .Select(file => (cookbook.Name, Encoding.UTF8.GetString(cookbook.Files.Read(file) ?? []))))];
        }
        catch (RecipeException)
        {
            // Another cookbook is damaged. The error that the hint is for matters more.
            return [];
        }
    }
}
