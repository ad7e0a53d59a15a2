using CSharpChef.Converge.Cookbooks.Packages;
using NuGet.Client;
using NuGet.ContentModel;

namespace CSharpChef.Dependencies.Closure;

/// <summary>Chooses which files of a package recipes use, by the rules of NuGet.</summary>
internal sealed class PackageFiles
{
    private const string Nothing = "_._";

    // One object cannot be used by several threads.
    private readonly ManagedCodeConventions conventions = new(RecipeFramework.Runtimes);

    private readonly ContentItemCollection content = new();
    private readonly IReadOnlyList<string> files;

    /// <param name="files">The paths of the files of the package.</param>
    public PackageFiles(IReadOnlyList<string> files)
    {
        this.files = files;
        content.Load(files);
    }

    /// <summary>The assemblies that recipes are compiled with.</summary>
    public IReadOnlyList<string> References => Best(
        AnyRuntime,
        conventions.Patterns.CompileRefAssemblies,
        conventions.Patterns.CompileLibAssemblies) ?? [];

    /// <summary>The assemblies that recipes load on most platforms.</summary>
    public IReadOnlyList<string> Assemblies => Best(
        AnyRuntime, conventions.Patterns.RuntimeAssemblies) ?? [];

    /// <summary>The assemblies that recipes load on platforms for which the package has others.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RuntimeAssemblies => RuntimeIds.All
        .Select(id => (Id: id, Files: AssembliesFor(id)))
        .Where(each => !each.Files.SequenceEqual(Assemblies))
        .ToDictionary(each => each.Id, each => each.Files);

    /// <summary>The platforms for which the package has native libraries.</summary>
    public IReadOnlyList<string> NativeRuntimes =>
        [.. RuntimeIds.All.Where(id => Best(
            conventions.Criteria.ForFrameworkAndRuntime(RecipeFramework.Framework, id),
            conventions.Patterns.NativeLibraries) is { Count: > 0 })];

    /// <summary>The frameworks of the package, when it has assemblies and none of them is for recipes.</summary>
    public IReadOnlyList<string> OtherFrameworks =>
        IsForRecipes ? [] : [.. files.Select(FrameworkOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private SelectionCriteria AnyRuntime => conventions.Criteria.ForFramework(RecipeFramework.Framework);

    private bool IsForRecipes =>
        Best(AnyRuntime, conventions.Patterns.RuntimeAssemblies) is not null
        || RuntimeIds.All.Any(id => AssembliesFor(id).Count > 0);

    private IReadOnlyList<string> AssembliesFor(string runtime) => Best(
        conventions.Criteria.ForFrameworkAndRuntime(RecipeFramework.Framework, runtime),
        conventions.Patterns.RuntimeAssemblies) ?? [];

    // A group of nothing says that the framework has what the package is for.
    private List<string>? Best(SelectionCriteria criteria, params PatternSet[] patterns) =>
        content.FindBestItemGroup(criteria, patterns) is { } group
            ? [.. group.Items.Select(item => item.Path)
                .Where(path => Path.GetFileName(path) != Nothing)
                .Order(StringComparer.Ordinal)]
            : null;

    private static string? FrameworkOf(string file) => file.Split('/') switch
    {
        ["lib" or "ref", var framework, .., _] => framework,
        ["runtimes", _, "lib", var framework, .., _] => framework,
        _ => null,
    };
}
