using System.Collections.Concurrent;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Compile;

/// <summary>The compiled recipes of all cookbooks, each compiled at most once.</summary>
internal sealed class RecipeCache(
    CookbookStore cookbooks, SharedCache shared, SourceLocator sources, DiskCache? disk)
{
    private readonly ConcurrentDictionary<RunListItem, Lazy<CompiledRecipe>> recipes = new();
    private readonly ScriptCache scripts = new(path => LoadPath.Read(path, cookbooks), sources, disk);

    /// <summary>The recipe, compiled.</summary>
    /// <exception cref="RecipeException">It does not exist, or does not compile; one line for each error.</exception>
    public CompiledRecipe Get(RunListItem item) =>
        recipes.GetOrAdd(
        item, _ => new Lazy<CompiledRecipe>(() => scripts.Get(RecipeEntry.Of(item, cookbooks, shared)))).Value;
}
