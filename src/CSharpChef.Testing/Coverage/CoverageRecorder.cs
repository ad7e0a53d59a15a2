using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>Collects the places of the resources that runs declared, from the tests of all threads.</summary>
internal sealed class CoverageRecorder
{
    private readonly Lock access = new();
    private readonly HashSet<SourceLocation> declared = [];
    private readonly HashSet<SourceLocation> ran = [];
    private readonly Dictionary<string, RecipeLibrary> libraries = new(StringComparer.Ordinal);

    public void Add(RecipeLibrary library, IReadOnlyList<AppliedPlan> plans)
    {
        lock (access)
        {
            var folders = library.Cookbooks.Roots.Concat(library.Cookbooks.Folders.Values);
            libraries.TryAdd(string.Join('\n', folders), library);
            foreach (var applied in plans)
            {
                declared.UnionWith(applied.Plan.Declared.SelectMany(PlacesOf));
                ran.UnionWith(applied.Results
                    .Where(result => result.Status is not (ResultStatus.NotRun or ResultStatus.Skipped))
                    .SelectMany(result => PlacesOf(applied.Plan[result.Number].Resource)));
            }
        }
    }

    /// <summary>The report of all runs so far, over all recipes of the folders of cookbooks that they used.</summary>
    public CoverageReport Report()
    {
        lock (access)
        {
            var notes = new List<string>();
            var sites = libraries.Values.SelectMany(library => SitesOf(library, notes))
                .Distinct()
                .OrderBy(site => site.File, StringComparer.Ordinal)
                .ThenBy(site => site.Line)
                .ThenBy(site => site.Column)
                .Select(Marked);
            return new([.. sites], [.. notes.Distinct()]);
        }
    }

    private CoveredSite Marked(CoveredSite site) => site with
    {
        Declared = declared.Contains(site.Place(site.File)),
        Ran = ran.Contains(site.Place(site.File)),
    };

    // What a cookbook loads of a dependency outside the folders is tested where the dependency is developed.
    private static IEnumerable<CoveredSite> SitesOf(RecipeLibrary library, List<string> notes)
    {
        var cookbooks = NamesOf(library.Cookbooks).ToHashSet();
        return from name in cookbooks
               from item in RecipesOf(library, name, notes)
               from site in DeclarationsOf(library, item, notes)
               let path = library.Cookbooks.PathOf(site.Path)
               where path is not null && cookbooks.Contains(site.Path.Split('/')[0])
               select new CoveredSite(path, site.Line, site.Word) { Column = site.Column };
    }

    // The tests of one cookbook do not cover what lies beside it.
    private static IEnumerable<string> NamesOf(CookbookStore cookbooks) =>
        cookbooks.Folders.Count > 0 ? cookbooks.Folders.Keys : cookbooks.Names;

    private static IReadOnlyList<RunListItem> RecipesOf(RecipeLibrary library, string cookbook, List<string> notes) =>
        Tried(() => library.Cookbooks.Get(cookbook).Recipes.Select(recipe => new RunListItem(cookbook, recipe)), notes);

    private static IReadOnlyList<DeclarationSite> DeclarationsOf(
        RecipeLibrary library, RunListItem recipe, List<string> notes) =>
        Tried(() => library.Get(recipe).Declarations, notes);

    private static List<T> Tried<T>(Func<IEnumerable<T>> read, List<string> notes)
    {
        try
        {
            return [.. read()];
        }
        catch (ChefException e)
        {
            notes.Add(e.Message);
            return [];
        }
    }

    // The place is a path from the current folder of the run, which the end of the process need not have.
    // Without the column it is that of a call that is alone on its line.
    private static IEnumerable<SourceLocation> PlacesOf(Resource resource)
    {
        var place = resource.DeclaredAt with { File = Path.GetFullPath(resource.DeclaredAt.File) };
        return [place, place with { Column = 0 }];
    }
}
