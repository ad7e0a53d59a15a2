using System.Reflection;
using System.Runtime.Loader;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Loads the assemblies of recipes. They use the recipe language of this process, from wherever it was loaded, and the
/// packages of their run before what the program itself carries.
/// </summary>
internal sealed class RecipeLoadContext(PackageLoadContext packages)
    : AssemblyLoadContext("recipes", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) => packages.Find(assemblyName);
}
