using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Templates;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// What all evaluations of a run share: cookbooks, their compiled recipes and their parsed templates.
/// </summary>
internal sealed class RecipeLibrary(CookbookStore cookbooks, DiskCache? disk)
{
    private readonly RecipeCache recipes = new(cookbooks, disk);
    private readonly Lazy<TemplateRenderer> templates = new(() => new TemplateRenderer(cookbooks));

    public CookbookStore Cookbooks { get; } = cookbooks;

    /// <summary>The recipe, ready to run.</summary>
    /// <exception cref="RecipeException">It does not exist, or does not compile; one line for each error.</exception>
    public CompiledRecipe Get(RunListItem item) => recipes.Get(item);

    public TemplateCache TemplatesOf(Node node, SecretTexts secrets) =>
        new(Cookbooks, templates, disk, node, secrets);
}
