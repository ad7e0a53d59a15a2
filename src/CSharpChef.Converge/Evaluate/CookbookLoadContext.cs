using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using CSharpChef.Converge.Compile.Shared;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Loads the shared code of the cookbooks of a run, each once for all of its recipes, so that a type is one type in all
/// of them. It is unloaded when nothing uses it any more.
/// </summary>
/// <param name="packages">The assemblies of packages.</param>
internal sealed class CookbookLoadContext(PackageLoadContext packages)
    : AssemblyLoadContext("cookbooks", isCollectible: true)
{
    private readonly ConcurrentDictionary<string, SharedCode> codes = new(StringComparer.Ordinal);
    private readonly Lock loading = new();

    /// <summary>Makes the shared code of a cookbook available.</summary>
    public void Add(SharedCode code) => codes.TryAdd(code.Cookbook, code);

    /// <summary>Whether the shared code of a cookbook, or what it refers to, has static fields.</summary>
    public bool HasState(string cookbook) => codes[cookbook].HasState;

    /// <summary>An assembly of the recipe language, of a package or of shared code; null for all others.</summary>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="evaluation">Gets the shared code with static fields: nodes do not share their values.</param>
    public Assembly? Find(AssemblyName name, AssemblyLoadContext evaluation) =>
        SharedNames.CookbookOf(name.Name) is not { } cookbook ? packages.Find(name)
        : codes[cookbook] is { HasState: true } code ? LoadInto(evaluation, code)
        : Loaded(codes[cookbook]);

    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName, this);

    // A context that held its own assemblies would never be unloaded.
    private Assembly Loaded(SharedCode code)
    {
        lock (loading)
        {
            var name = SharedNames.AssemblyOf(code.Cookbook);
            return Assemblies.FirstOrDefault(each => each.GetName().Name == name) ?? LoadInto(this, code);
        }
    }

    private static Assembly LoadInto(AssemblyLoadContext context, SharedCode code)
    {
        using var assembly = new MemoryStream(code.Assembly, writable: false);
        using var symbols = new MemoryStream(code.Symbols, writable: false);
        return context.LoadFromStream(assembly, symbols);
    }
}
