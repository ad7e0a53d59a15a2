using System.Reflection;
using System.Runtime.Loader;
using CSharpChef.Converge.Compile;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The recipes of one evaluation, in a context of their own: what they keep in statics is no other node's, and goes
/// with it.
/// </summary>
internal sealed class RecipeAssemblies : IDisposable
{
    // A constant: to name it here loads no compiler.
    private const string ScriptClass = RecipeCompiler.ScriptClass;
    private const int Many = 100;
    private static int unloaded;
    private readonly Context context = new();

    /// <summary>Starts a recipe; its task ends when the recipe does.</summary>
    public Task Start(CompiledRecipe recipe, object around)
    {
        using var assembly = new MemoryStream(recipe.Assembly, writable: false);
        using var symbols = new MemoryStream(recipe.Symbols, writable: false);
        var script = context.LoadFromStream(assembly, symbols).GetType(ScriptClass, throwOnError: true)!;
        var factory =
            script.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        return factory.CreateDelegate<Func<object?[], Task<object>>>()([around, null]);
    }

    public bool Contains(Assembly? assembly) =>
        assembly is not null && AssemblyLoadContext.GetLoadContext(assembly) == context;

    public void Dispose()
    {
        context.Unload();

        // The collector does not see how much a context holds outside of its heap, and would come for it much later.
        if (Interlocked.Increment(ref unloaded) % Many == 0)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
    }

    // The language that recipes see is ours, wherever we were loaded from ourselves.
    private sealed class Context() : AssemblyLoadContext("recipes", isCollectible: true)
    {
        private static readonly Assembly Language = typeof(RecipeContext).Assembly;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == Language.GetName().Name ? Language : null;
    }
}
