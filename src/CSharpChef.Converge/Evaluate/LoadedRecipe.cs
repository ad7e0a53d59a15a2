using System.Reflection;
using CSharpChef.Converge.Compile;

namespace CSharpChef.Converge.Evaluate;

/// <summary>The assembly of a recipe in a load context, ready to start.</summary>
internal sealed class LoadedRecipe
{
    // A constant, so that its use here does not load the compiler.
    private const string ScriptClass = RecipeCompiler.ScriptClass;
    private readonly Func<object?[], Task<object>> factory;

    public LoadedRecipe(CompiledRecipe recipe, RecipeLoadContext context)
    {
        using var assembly = new MemoryStream(recipe.Assembly, writable: false);
        using var symbols = new MemoryStream(recipe.Symbols, writable: false);
        Assembly = context.LoadFromStream(assembly, symbols);
        var script = Assembly.GetType(ScriptClass, throwOnError: true)!;
        factory = script.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object>>>();
    }

    public Assembly Assembly { get; }

    /// <summary>Starts the recipe. The task ends when the recipe does.</summary>
    public Task Start(object globals) => factory([globals, null]);
}
