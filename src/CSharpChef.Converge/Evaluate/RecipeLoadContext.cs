using System.Reflection;
using System.Runtime.Loader;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Loads the assemblies of recipes. They use the recipe language of this process, from wherever it was loaded.
/// </summary>
internal sealed class RecipeLoadContext() : AssemblyLoadContext("recipes", isCollectible: true)
{
    private static readonly Assembly RecipeLanguage = typeof(RecipeContext).Assembly;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == RecipeLanguage.GetName().Name ? RecipeLanguage : null;
}
