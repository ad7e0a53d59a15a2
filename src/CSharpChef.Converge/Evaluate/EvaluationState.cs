using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate.Threads;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Templates;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// What the recipes of one evaluation share: node, templates, secrets, and the resources they declare.
/// </summary>
internal sealed class EvaluationState
{
    private readonly RecipeRunner runner;
    private readonly Lazy<IReadOnlyList<Node>> nodes;
    private readonly List<string> recipes = [];
    private readonly Dictionary<string, int> occurrences = [];
    private List<Resource> declared = [];

    public EvaluationState(Node node, RecipeLibrary library, EvaluationOptions options, RecipeRunner runner)
    {
        this.runner = runner;
        Node = node;
        Cookbooks = library.Cookbooks;
        Sources = library.Sources;
        Templates = library.TemplatesOf(node, Secrets);
        nodes = new Lazy<IReadOnlyList<Node>>(
            () => options.Nodes?.NodesFor(node) ?? [node], LazyThreadSafetyMode.PublicationOnly);
        PausePoint = new PausePoint(runner);
        RecipeSecrets = new RecipeSecrets(node.Attributes, Secrets, PausePoint);
        RecipeDataBags = new RecipeDataBags(Secrets, PausePoint);
    }

    public Node Node { get; }

    public IReadOnlyList<Node> Nodes => nodes.Value;

    public CookbookStore Cookbooks { get; }

    public SourceLocator Sources { get; }

    public TemplateCache Templates { get; }

    public SecretTexts Secrets { get; } = new();

    public RecipeSecrets RecipeSecrets { get; }

    public RecipeDataBags RecipeDataBags { get; }

    public PausePoint PausePoint { get; }

    public bool IsOnRecipeThread => runner.IsOnThread;

    /// <summary>The resources declared since the last barrier.</summary>
    public IReadOnlyList<Resource> Declared => declared;

    /// <summary>Notes that a recipe is evaluated.</summary>
    public void Evaluates(string recipe) => recipes.Add(recipe);

    public void Declare(Resource resource)
    {
        if (runner.IsStopped)
        {
            throw new OperationCanceledException("the recipe was stopped");
        }

        declared.Add(resource);
    }

    /// <summary>The resources declared since the last call.</summary>
    public ResourceCollection TakeDeclared()
    {
        foreach (var resource in declared)
        {
            var same = $"{resource.Recipe} {resource}";
            _ = occurrences.TryGetValue(same, out var earlier);
            resource.Occurrence = occurrences[same] = earlier + 1;
        }

        var resources = new ResourceCollection(declared, Secrets) { Recipes = [.. recipes] };
        declared = [];
        return resources;
    }
}
