using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Compile.Shared;

/// <summary>
/// The shared code of all cookbooks, each compiled at most once: from disk without loading the compiler, else compiled.
/// </summary>
internal sealed class SharedCache(CookbookStore cookbooks, DiskCache? disk)
{
    private readonly ConcurrentDictionary<string, Lazy<string>> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SharedCode?>> codes = new(StringComparer.Ordinal);

    /// <summary>Keeps the code of earlier caches, and what the compiler found.</summary>
    public SharedMemory? Memory { get; init; }

    /// <summary>Ends a compilation for the memory.</summary>
    public CancellationToken Cancelled { get; init; }

    /// <summary>The shared code of a cookbook; null when it has none.</summary>
    /// <exception cref="RecipeException">It does not compile; one line for each error.</exception>
    public SharedCode? Get(string cookbook) =>
        codes.GetOrAdd(cookbook, name => new(() => Find(cookbooks.Get(name)))).Value;

    /// <summary>The errors of syntax in scripts of a cookbook that nothing compiles.</summary>
    /// <exception cref="RecipeException">The shared code does not compile; one line for each error.</exception>
    public IReadOnlyList<string> MistakesOfUnloaded(string cookbook) =>
        new UnloadedScripts(cookbooks.Get(cookbook), Read).Mistakes(Get(cookbook)?.Files ?? []);

    /// <summary>What the scripts of a cookbook can use.</summary>
    public SharedScope ScopeOf(string cookbook) => Scope(cookbook, cookbooks.WithDependencies([cookbook]));

    /// <summary>What the compiler finds in the shared code of a cookbook. It needs a memory.</summary>
    public IReadOnlyList<ScriptFinding> FindingsOf(Cookbook cookbook)
    {
        try
        {
            _ = Get(cookbook.Name);
            return Memory!.FindingsOf(NameOf(cookbook));
        }
        catch (RecipeException e)
        {
            return Memory!.FindingsOf(NameOf(cookbook)) is { Count: > 0 } found
                ? found
                : ScriptFinding.Parse(e.Message);
        }
    }

    private SharedScope Scope(string cookbook, IReadOnlyList<Cookbook> used) => new(
        cookbook,
        string.Join(' ', used.Select(KeyOf)),
        () => [.. used.Select(each => Get(each.Name)).OfType<SharedCode>()]);

    private SharedScope DependenciesOf(Cookbook cookbook) =>
        Scope(cookbook.Name, [.. cookbooks.WithDependencies([cookbook.Name]).Where(each => each != cookbook)]);

    private SharedCode? Find(Cookbook cookbook)
    {
        if (cookbook.SharedScripts.Count == 0)
        {
            return null;
        }

        var name = NameOf(cookbook);
        return disk?.Read(name) is { } bytes ? SharedCode.FromBytes(bytes) : Compile(cookbook, name);
    }

    private string NameOf(Cookbook cookbook) => $"{KeyOf(cookbook)}.shared";

    // Empty for a cookbook without shared code. Recipes see internal members, so their names are a part of it.
    public string KeyOf(Cookbook cookbook) => keys.GetOrAdd(cookbook.Name, _ => new(() =>
        cookbook.SharedScripts.Count == 0 ? "" : CacheKey.Of(
            $"{SharedNames.AssemblyOf(cookbook.Name)} {string.Join(' ', cookbook.Recipes)}\n{DependenciesOf(cookbook).Key}\n{cookbooks.PackagesOf(cookbook.Name).Key}",
            cookbook.SharedScripts.Select(cookbook.Files.LogicalPath),
            Read))).Value;

    // Not inlined: the compiler's assemblies load when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SharedCode Compile(Cookbook cookbook, string name)
    {
        var code = Memory is { } memory
            ? memory.Get(name, () => CompilerOf(cookbook), Cancelled)
            : CompilerOf(cookbook).Compile();
        disk?.Write(name, code.ToBytes());
        disk?.Prune();
        return code;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SharedCompiler CompilerOf(Cookbook cookbook) => new(cookbook, DependenciesOf(cookbook), cookbooks, Read);

    private byte[]? Read(string path) => LoadPath.Read(path, cookbooks);
}
