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

    /// <summary>The shared code of a cookbook; null when it has none.</summary>
    /// <exception cref="RecipeException">It does not compile; one line for each error.</exception>
    public SharedCode? Get(string cookbook) =>
        codes.GetOrAdd(cookbook, name => new(() => Find(cookbooks.Get(name)))).Value;

    /// <summary>What the scripts of a cookbook can use.</summary>
    public SharedScope ScopeOf(string cookbook) => Scope(cookbook, cookbooks.WithDependencies([cookbook]));

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

        var name = $"{KeyOf(cookbook)}.shared";
        return disk?.Read(name) is { } bytes ? SharedCode.FromBytes(bytes) : Compile(cookbook, name);
    }

    // Empty for a cookbook without shared code. Recipes see internal members, so their names are a part of it.
    private string KeyOf(Cookbook cookbook) => keys.GetOrAdd(cookbook.Name, _ => new(() =>
        cookbook.SharedScripts.Count == 0 ? "" : CacheKey.Of(
            $"{SharedNames.AssemblyOf(cookbook.Name)} {string.Join(' ', cookbook.Recipes)}\n{DependenciesOf(cookbook).Key}\n{cookbooks.PackagesOf(cookbook.Name).Key}",
            cookbook.SharedScripts.Select(cookbook.Files.LogicalPath),
            Read))).Value;

    // Not inlined: the compiler's assemblies load when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SharedCode Compile(Cookbook cookbook, string name)
    {
        var code = new SharedCompiler(cookbook, DependenciesOf(cookbook), cookbooks, Read).Compile();
        disk?.Write(name, code.ToBytes());
        disk?.Prune();
        return code;
    }

    private byte[]? Read(string path) => LoadPath.Read(path, cookbooks);
}
