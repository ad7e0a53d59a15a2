using System.Collections.Concurrent;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Editor.Cookbooks;

namespace CSharpChef.Editor.Checks;

/// <summary>
/// Finds what <c>csharpchef check</c> finds in a cookbook. A recipe is compiled again only when a file that it uses
/// has changed.
/// </summary>
internal sealed class CookbookCheck
{
    private readonly SharedMemory memory = new();
    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    /// <param name="snapshot">The cookbook.</param>
    /// <param name="scripts">The scripts to compile like recipes, as paths below its folder.</param>
    /// <param name="ct">Ends a compilation.</param>
    public IReadOnlyList<PlacedFinding> Findings(
        CookbookSnapshot snapshot, IEnumerable<string> scripts, CancellationToken ct)
    {
        var shared = new SharedCache(snapshot.Store, disk: null) { Memory = memory, Cancelled = ct };
        var found = snapshot.Store.WithDependencies([snapshot.Cookbook.Name])
            .SelectMany(cookbook => shared.FindingsOf(cookbook)
                .Select(each => Placed(snapshot, each, cookbook.Files.Folder)))
            .ToList();
        foreach (var script in found.Exists(each => each.Finding.IsError) ? [] : scripts)
        {
            var file = Path.Combine(snapshot.Cookbook.Files.Folder, script);
            found.AddRange(OfRecipe(snapshot, shared, new ScriptPlace(snapshot.Cookbook.Files.Folder, script), ct)
                .Select(each => Placed(snapshot, each, file)));
        }

        found.AddRange(Advice(snapshot));
        return [.. found.DistinctBy(each => (each.Path, each.Finding.ToString()))];
    }

    // What feeds said of the NuGet packages when they were locked.
    private static IEnumerable<PlacedFinding> Advice(CookbookSnapshot snapshot) =>
        snapshot.Cookbook.Lock is { Packages.Count: > 0 } known
            ? AdviceCache.Default().Lines(known.Packages.Values, known.File)
                .SelectMany(ScriptFinding.Parse)
                .Select(finding => Placed(snapshot, finding, known.File))
            : [];

    private IReadOnlyList<ScriptFinding> OfRecipe(
        CookbookSnapshot snapshot, SharedCache shared, ScriptPlace place, CancellationToken ct)
    {
        var entry = RecipeEntry.OfScript(
            place.ItemIn(snapshot.Cookbook), place.LogicalPath, snapshot.Store, shared.ScopeOf(place.Cookbook));
        var path = Path.Combine(place.Folder, place.File);
        if (known.TryGetValue(path, out var last) && last.Key == KeyOf(last.Tried))
        {
            return last.Findings;
        }

        var compiler = new RecipeCompiler(entry, snapshot.Read);
        var findings = Compiled(entry, compiler, ct);
        known[path] = new Known(KeyOf(compiler.Tried), compiler.Tried, findings);
        return findings;

        string KeyOf(IReadOnlyList<string> tried) => CacheKey.Of(entry.Key, [.. entry.Files, .. tried], snapshot.Read);
    }

    private static IReadOnlyList<ScriptFinding> Compiled(
        RecipeEntry entry, RecipeCompiler compiler, CancellationToken ct)
    {
        try
        {
            entry.Packages?.RequireUsable();
            compiler.Compile(ct);
            return compiler.Findings;
        }
        catch (ChefException e)
        {
            return compiler.Findings.Count > 0 ? compiler.Findings : ScriptFinding.Parse(e.Message);
        }
    }

    private static PlacedFinding Placed(CookbookSnapshot snapshot, ScriptFinding finding, string otherwise) =>
        snapshot.Store.PathOf(finding.Path) is { } path
            ? new(Path.GetFullPath(path), finding)
            : PlacedFinding.Of(finding, otherwise);

    private sealed record Known(string Key, IReadOnlyList<string> Tried, IReadOnlyList<ScriptFinding> Findings);
}
