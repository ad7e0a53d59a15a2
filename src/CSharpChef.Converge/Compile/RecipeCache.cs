using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace CSharpChef.Converge;

/// <summary>
/// Compiled recipes of one store: from memory, else from disk without loading the compiler, else compiled. A list of the
/// files that a recipe loads stands beside it on disk, since only the compiler could find them anew.
/// </summary>
internal sealed class RecipeCache(CookbookStore cookbooks, CacheFolder? disk)
{
    private readonly ConcurrentDictionary<RunListItem, Lazy<CompiledRecipe>> recipes = new();

    public CookbookStore Cookbooks { get; } = cookbooks;

    /// <summary>Where this machine keeps what it would otherwise make anew.</summary>
    public CacheFolder? Disk { get; } = disk;

    /// <summary>The recipe, ready to run.</summary>
    /// <exception cref="RecipeException">There is none of that name, or it does not compile; one line for each error.</exception>
    public CompiledRecipe Get(RunListItem item) => recipes.GetOrAdd(item, _ => new Lazy<CompiledRecipe>(() => Load(item))).Value;

    private CompiledRecipe Load(RunListItem item)
    {
        var entry = RecipeEntry.Of(item, Cookbooks);
        var start = CacheKey.Of(entry.Text, entry.Files, Cookbooks);
        return FromDisk(start) ?? Compile(entry, start);
    }

    private CompiledRecipe? FromDisk(string start)
    {
        if (Disk?.Read(ListName(start)) is not { } list)
        {
            return null;
        }

        var loaded = Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Disk.Read(RecipeName(start, loaded)) is { } bytes ? CompiledRecipe.FromBytes(bytes) : null;
    }

    // Not inlined: the compiler's assemblies load when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompiledRecipe Compile(RecipeEntry entry, string start)
    {
        var compiler = new RecipeCompiler(entry, Cookbooks);
        var recipe = compiler.Compile();
        Disk?.Write(RecipeName(start, compiler.Tried), recipe.ToBytes());
        Disk?.Write(ListName(start), Encoding.UTF8.GetBytes(string.Join('\n', compiler.Tried)));
        Disk?.Prune();
        return recipe;
    }

    private static string ListName(string start) => $"{start}.files";

    private string RecipeName(string start, IEnumerable<string> loaded) => $"{CacheKey.Of(start, loaded, Cookbooks)}.recipe";
}
