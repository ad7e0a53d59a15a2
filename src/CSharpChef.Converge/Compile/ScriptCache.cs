using System.Runtime.CompilerServices;
using System.Text;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// Compiled scripts: from disk without loading the compiler, else compiled. The list of files that a script loads is
/// kept too, since only the compiler can find them.
/// </summary>
internal sealed class ScriptCache(ScriptReader read, SourceLocator sources, DiskCache? disk)
{
    /// <exception cref="RecipeException">The script does not compile; one line for each error.</exception>
    public CompiledRecipe Get(RecipeEntry entry)
    {
        var start = CacheKey.Of(entry.Key, entry.Files, read);
        try
        {
            entry.Packages?.RequireUsable();
            var recipe = FromDisk(start) ?? Compile(entry, start);
            return recipe with { Warnings = [.. recipe.Warnings.Select(sources.WithShownPaths)] };
        }
        catch (RecipeException e)
        {
            throw new RecipeException(sources.WithShownPaths(e.Message), e);
        }
    }

    private CompiledRecipe? FromDisk(string start)
    {
        if (disk?.Read(ListName(start)) is not { } list)
        {
            return null;
        }

        var loaded = Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return disk.Read(RecipeName(start, loaded)) is { } bytes ? CompiledRecipe.FromBytes(bytes) : null;
    }

    // Not inlined: the compiler's assemblies load when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompiledRecipe Compile(RecipeEntry entry, string start)
    {
        var compiler = new RecipeCompiler(entry, read);
        var recipe = compiler.Compile();
        disk?.Write(RecipeName(start, compiler.Tried), recipe.ToBytes());
        disk?.Write(ListName(start), Encoding.UTF8.GetBytes(string.Join('\n', compiler.Tried)));
        disk?.Prune();
        return recipe;
    }

    private static string ListName(string start) => $"{start}.files";

    private string RecipeName(string start, IEnumerable<string> loaded) => $"{CacheKey.Of(start, loaded, read)}.recipe";
}
