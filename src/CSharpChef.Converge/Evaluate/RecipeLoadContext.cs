using System.Reflection;
using System.Runtime.Loader;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Loads the assemblies of recipes. They use the recipe language of this process, from wherever it was loaded, and the
/// packages and the shared code of their run before what the program itself carries.
/// </summary>
internal sealed class RecipeLoadContext(CookbookLoadContext cookbooks)
    : AssemblyLoadContext("recipes", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) => cookbooks.Find(assemblyName, this);
}
