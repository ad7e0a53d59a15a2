using CSharpChef.Converge.Compile;
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
    private readonly RecipeCache recipes;
    private readonly Lazy<TemplateRenderer> templates;

    public RecipeLibrary(CookbookStore cookbooks, DiskCache? disk)
    {
        (Cookbooks, this.disk) = (cookbooks, disk);
        Sources = new SourceLocator(cookbooks.PathOf, path => LoadPath.Read(path, cookbooks));
        recipes = new RecipeCache(cookbooks, Sources, disk);
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

    /// <summary>The recipe, compiled.</summary>
    /// <exception cref="RecipeException">It does not exist, or does not compile; one line for each error.</exception>
    public CompiledRecipe Get(RunListItem item) => recipes.Get(item);

    /// <summary>The recipe, ready to run with its packages.</summary>
    /// <exception cref="RecipeException">It does not exist or does not compile, or its packages are of other versions
    /// than those of another recipe of this run.</exception>
    public CompiledRecipe Load(RunListItem item)
    {
        var recipe = recipes.Get(item);
        Packages.Add(Cookbooks.PackagesOf(item.Cookbook));
        return recipe;
    }

    public TemplateCache TemplatesOf(Node node, SecretTexts secrets) =>
        new(Cookbooks, templates, KeepsRenderedTemplates ? disk : null, node, secrets);
}
