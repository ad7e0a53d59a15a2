using CSharpChef.Editor.Cookbooks;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Texts;

namespace CSharpChef.Editor.Checks;

/// <summary>Checks the cookbooks of all open texts, and says what each file has.</summary>
/// <param name="roots">Finds the folders of cookbooks for the folder of one.</param>
internal sealed class OpenCheck(Func<string, IReadOnlyList<string>> roots)
{
    private readonly CookbookCheck check = new();
    private readonly EarlierTypes types = new();

    /// <summary>
    /// The diagnostics by the URI of each file: each open script of a cookbook, and others with findings.
    /// </summary>
    public IReadOnlyDictionary<string, PublishDiagnosticsParams> Run(EditorState state, CancellationToken ct)
    {
        var found = new Dictionary<string, List<PlacedFinding>>(StringComparer.Ordinal);
        foreach (var cookbook in OpenScripts(state).GroupBy(place => place.Folder, StringComparer.Ordinal))
        {
            foreach (var place in cookbook)
            {
                found.TryAdd(Path.Combine(place.Folder, place.File), []);
            }

            foreach (var finding in Of(state, cookbook.Key, [.. cookbook], ct))
            {
                found.TryAdd(finding.Path, []);
                found[finding.Path].Add(finding);
            }
        }

        return found.Select(each => Published(state, each.Key, each.Value)).ToDictionary(each => each.Uri);
    }

    private static IEnumerable<ScriptPlace> OpenScripts(EditorState state) =>
        state.Texts.Keys.Select(ScriptPlace.Find).OfType<ScriptPlace>();

    // A script that is not shared code is compiled into recipes, and a recipe says what is wrong with it.
    private IReadOnlyList<PlacedFinding> Of(
        EditorState state, string folder, IReadOnlyList<ScriptPlace> open, CancellationToken ct)
    {
        try
        {
            var snapshot = CookbookSnapshot.Of(state, folder, roots);
            var recipes = open.Any(place => !place.IsRecipe)
                ? snapshot.Cookbook.Recipes.Select(snapshot.Cookbook.ScriptOf)
                : [];
            var scripts = open.Where(place => place.IsRecipe).Select(place => place.File).Concat(recipes).Distinct();
            var (earlier, mistakes) = types.In(snapshot);
            var replaced = mistakes.Select(each => each.Path).ToHashSet(StringComparer.Ordinal);
            var found = check.Findings(CookbookSnapshot.Of(earlier, folder, roots), scripts, ct);
            return [.. mistakes, .. found.Where(each => !replaced.Contains(each.Path))];
        }
        catch (ChefException e)
        {
            return [.. Converge.Compile.ScriptFinding.Parse(e.Message).SelectMany(finding => open
                .Select(place => PlacedFinding.Of(finding, Path.Combine(place.Folder, place.File))))];
        }
    }

    private static PublishDiagnosticsParams Published(
        EditorState state, string path, IReadOnlyList<PlacedFinding> findings) => new(
            state.UriOf(path),
            state.Texts.GetValueOrDefault(path)?.Version,
            [.. findings.Select(finding => finding.ToDiagnostic()).Distinct()]);
}
