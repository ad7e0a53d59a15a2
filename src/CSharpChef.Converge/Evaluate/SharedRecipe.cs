using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpChef.Converge.Compile;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The assembly of a recipe that all further evaluations of it share, so that its code is compiled and its types are
/// examined once. A recipe with static state, its own or in code that it shares
/// with others, is loaded again for each evaluation instead.
/// </summary>
internal sealed class SharedRecipe
{
    // Keys are weak: an assembly is unloaded with the compiled recipe, which lives as long as the cookbooks of a run.
    private static readonly ConditionalWeakTable<CompiledRecipe, SharedRecipe> Known = [];

    private readonly Lazy<LoadedRecipe?> loaded;
    private int uses;

    private SharedRecipe(CompiledRecipe recipe, CookbookLoadContext cookbooks)
    {
        var weak = new WeakReference<CompiledRecipe>(recipe);
        loaded = new Lazy<LoadedRecipe?>(() => weak.TryGetTarget(out var alive) ? Load(alive, cookbooks) : null);
    }

    /// <summary>
    /// The shared assembly; null when the recipe must be loaded for this evaluation alone. The first evaluation is
    /// alone, because most processes have no second one.
    /// </summary>
    public static LoadedRecipe? Of(CompiledRecipe recipe, CookbookLoadContext cookbooks)
    {
        var shared = Known.GetValue(recipe, each => new SharedRecipe(each, cookbooks));
        return Interlocked.Increment(ref shared.uses) == 1 ? null : shared.loaded.Value;
    }

    private static LoadedRecipe? Load(CompiledRecipe recipe, CookbookLoadContext cookbooks)
    {
        if (recipe.Uses.Any(cookbooks.HasState))
        {
            return null;
        }

        var context = new RecipeLoadContext(cookbooks);
        var loaded = new LoadedRecipe(recipe, context);
        if (!loaded.Assembly.GetTypes().Any(HasState))
        {
            return loaded;
        }

        context.Unload();
        return null;
    }

    // Names of types that the compiler adds begin with <. Their static fields hold functions that capture nothing.
    private static bool HasState(Type type) => !type.Name.StartsWith('<')
        && (type.TypeInitializer is not null || type
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Any(field => !field.IsLiteral));
}
