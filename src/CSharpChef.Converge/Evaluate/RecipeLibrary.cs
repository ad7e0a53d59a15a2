using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Dialect;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Templates;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// What all evaluations of a run share: cookbooks, their compiled recipes and their parsed templates.
/// </summary>
internal sealed class RecipeLibrary
{
    private readonly DiskCache? disk;
    private readonly SharedCache sharedCodes;
    private readonly RecipeCache recipes;
    private readonly Lazy<TemplateRenderer> templates;

    public RecipeLibrary(CookbookStore cookbooks, DiskCache? disk)
    {
        (Cookbooks, this.disk) = (cookbooks, disk);
        Sources = new SourceLocator(cookbooks.PathOf, path => LoadPath.Read(path, cookbooks));
        Shared = new CookbookLoadContext(Packages);
        sharedCodes = new SharedCache(cookbooks, disk);
        recipes = new RecipeCache(cookbooks, sharedCodes, Sources, disk);
        templates = new(() => new TemplateRenderer(cookbooks));
    }

    public CookbookStore Cookbooks { get; }

    /// <summary>
    /// Whether rendered templates are kept on the disk. A process of many runs renders them faster than it writes them.
    /// </summary>
    public bool KeepsRenderedTemplates { get; init; } = true;

    /// <summary>Finds the positions in scripts that messages name.</summary>
    public SourceLocator Sources { get; }

    /// <summary>The assemblies of the NuGet packages that loaded recipes use.</summary>
    public PackageLoadContext Packages { get; } = new();

    /// <summary>The shared code that loaded recipes use.</summary>
    public CookbookLoadContext Shared { get; }

    /// <summary>The recipe, compiled.</summary>
    /// <exception cref="RecipeException">It does not exist, or does not compile; one line for each error.</exception>
    public CompiledRecipe Get(RunListItem item) => recipes.Get(item);

    /// <summary>Compiles the shared code of a cookbook, and parses the scripts that no recipe loads.</summary>
    /// <returns>The warnings.</returns>
    /// <exception cref="RecipeException">It does not compile; one line for each error.</exception>
    public IReadOnlyList<string> CheckShared(string cookbook)
    {
        try
        {
            return sharedCodes.MistakesOfUnloaded(cookbook) is [_, ..] mistakes
                ? throw new RecipeException(string.Join('\n', mistakes))
                : [.. (sharedCodes.Get(cookbook)?.Warnings ?? []).Select(Sources.WithShownPaths)];
        }
        catch (RecipeException e)
        {
            throw new RecipeException(Sources.WithShownPaths(e.Message), e);
        }
    }

    /// <summary>Makes ordinary C# files of the scripts of a cookbook, as far as it can be done surely.</summary>
    /// <returns>The new texts of those that change, by their paths below the cookbook's folder.</returns>
    /// <exception cref="RecipeException">A recipe does not compile, before or after the changes.</exception>
    public IReadOnlyDictionary<string, string> Fixed(Cookbook cookbook)
    {
        try
        {
            return new ScriptFixes(Cookbooks, sharedCodes).Of(cookbook)
                .ToDictionary(file => file.Key[(cookbook.Name.Length + 1)..], file => file.Value);
        }
        catch (RecipeException e)
        {
            throw new RecipeException(Sources.WithShownPaths(e.Message), e);
        }
    }

    /// <summary>The recipe, ready to run with its packages.</summary>
    /// <exception cref="RecipeException">It does not exist or does not compile, or its packages are of other versions
    /// than those of another recipe of this run.</exception>
    public CompiledRecipe Load(RunListItem item)
    {
        var recipe = recipes.Get(item);
        Packages.Add(Cookbooks.PackagesOf(item.Cookbook));
        AddShared(recipe.Uses);
        return recipe;
    }

    public TemplateCache TemplatesOf(Node node, SecretTexts secrets) =>
        new(Cookbooks, templates, KeepsRenderedTemplates ? disk : null, node, secrets);

    // Read here, and not when the runtime asks for the assembly: the thread of a recipe may be interrupted.
    private void AddShared(IEnumerable<string> names)
    {
        foreach (var code in names.Select(sharedCodes.Get).OfType<SharedCode>())
        {
            Shared.Add(code);
            AddShared(code.Uses);
        }
    }
}
