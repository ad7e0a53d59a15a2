using System.Collections.Concurrent;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Compile;

/// <summary>Compiled recipes of one store.</summary>
internal sealed class RecipeCache(CookbookStore cookbooks, DiskCache? disk)
{
    private readonly ConcurrentDictionary<RunListItem, Lazy<CompiledRecipe>> recipes = new();
    private readonly ScriptCache scripts = new(path => LoadPath.Read(path, cookbooks), disk);

    public CookbookStore Cookbooks { get; } = cookbooks;

    /// <summary>Where this machine keeps what it would otherwise make anew.</summary>
    public DiskCache? Disk { get; } = disk;

    /// <summary>The recipe, ready to run.</summary>
    /// <exception cref="RecipeException">There is none of that name, or it does not compile; one line for each
    /// error.</exception>
    public CompiledRecipe Get(RunListItem item) =>
        recipes.GetOrAdd(item, _ => new Lazy<CompiledRecipe>(() => scripts.Get(RecipeEntry.Of(item, Cookbooks)))).Value;
}
