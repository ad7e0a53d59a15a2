using System.Reflection;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The assemblies of one evaluation. Those with static fields are in a load context of their own: their values are not
/// shared with other nodes, and are unloaded with them.
/// </summary>
/// <param name="cookbooks">The shared code of cookbooks.</param>
internal sealed class RecipeAssemblies(CookbookLoadContext cookbooks) : IDisposable
{
    private const int UnloadsPerCollection = 100;
    private static int unloaded;
    private readonly HashSet<Assembly> assemblies = [];
    private RecipeLoadContext? context;

    /// <summary>Starts a recipe. The task ends when the recipe does.</summary>
    public Task Start(CompiledRecipe recipe, object globals)
    {
        var loaded = SharedRecipe.Of(recipe, cookbooks)
            ?? new LoadedRecipe(recipe, context ??= new RecipeLoadContext(cookbooks));
        assemblies.Add(loaded.Assembly);
        return loaded.Start(globals);
    }

    /// <summary>Whether an assembly is a recipe of this evaluation, or code that they share.</summary>
    public bool Contains(Assembly? assembly) => assembly is not null
        && (assemblies.Contains(assembly) || SharedNames.CookbookOf(assembly.GetName().Name) is not null);

    public void Dispose()
    {
        assemblies.Clear();
        context?.Unload();

        // The garbage collector does not count the memory of a context outside its heap, and would run much too late.
        if (context is not null && Interlocked.Increment(ref unloaded) % UnloadsPerCollection == 0)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }
}
