using System.Reflection;
using System.Runtime.Loader;
using CSharpChef.Converge.Compile;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The assemblies of one evaluation, in a load context of their own: their static fields are not shared with other
/// nodes, and are unloaded with them.
/// </summary>
internal sealed class RecipeAssemblies : IDisposable
{
    // A constant, so that its use here does not load the compiler.
    private const string ScriptClass = RecipeCompiler.ScriptClass;
    private const int UnloadsPerCollection = 100;
    private static int unloaded;
    private readonly Context context = new();

    /// <summary>Starts a recipe. The task ends when the recipe does.</summary>
    public Task Start(CompiledRecipe recipe, object globals)
    {
        using var assembly = new MemoryStream(recipe.Assembly, writable: false);
        using var symbols = new MemoryStream(recipe.Symbols, writable: false);
        var script = context.LoadFromStream(assembly, symbols).GetType(ScriptClass, throwOnError: true)!;
        var factory =
            script.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        return factory.CreateDelegate<Func<object?[], Task<object>>>()([globals, null]);
    }

    public bool Contains(Assembly? assembly) =>
        assembly is not null && AssemblyLoadContext.GetLoadContext(assembly) == context;

    public void Dispose()
    {
        context.Unload();

        // The garbage collector does not count the memory of a context outside its heap, and would run much too late.
        if (Interlocked.Increment(ref unloaded) % UnloadsPerCollection == 0)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }

    // Recipes use the recipe language of this process, from wherever this assembly was loaded.
    private sealed class Context() : AssemblyLoadContext("recipes", isCollectible: true)
    {
        private static readonly Assembly RecipeLanguage = typeof(RecipeContext).Assembly;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == RecipeLanguage.GetName().Name ? RecipeLanguage : null;
    }
}
