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
    private readonly Action<SourceLocation>? onPlace;
    private readonly Lazy<IReadOnlyList<Node>> nodes;
    private readonly List<string> recipes = [];
    private readonly Occurrences occurrences = new();
    private readonly Dictionary<string, string> published = new(StringComparer.Ordinal);
    private List<Resource> declared = [];

    public EvaluationState(Node node, RecipeLibrary library, EvaluationOptions options, RecipeRunner runner)
    {
        this.runner = runner;
        onPlace = options.OnPlace;
        Node = node;
        Secrets = SecretTexts.Of(node);
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

    public SecretTexts Secrets { get; }

    public RecipeSecrets RecipeSecrets { get; }

    public RecipeDataBags RecipeDataBags { get; }

    public PausePoint PausePoint { get; }

    public bool IsOnRecipeThread => runner.IsOnThread;

    /// <summary>The resources declared since the last barrier.</summary>
    public IReadOnlyList<Resource> Declared => declared;

    /// <summary>The last place that recipes have reached: the beginning of one, or a word that declares.</summary>
    public SourceLocation? LastPlace { get; private set; }

    /// <summary>Notes that a recipe is evaluated.</summary>
    public void Evaluates(string recipe) => recipes.Add(recipe);

    /// <summary>Notes the place that a recipe has reached.</summary>
    public SourceLocation Reached(SourceLocation place)
    {
        LastPlace = place;
        onPlace?.Invoke(place);
        return place;
    }

    public void Declare(Resource resource)
    {
        if (runner.IsStopped)
        {
            throw new OperationCanceledException("the recipe was stopped");
        }

        declared.Add(resource);
    }

    /// <summary>Keeps a value for the other instances of the stack.</summary>
    public void Publish(string name, string value)
    {
        var problem = Secrets.IsIn(value)
            ? $"the value of \"{name}\" contains a secret, which other instances must not see"
            : PublishRules.Problem(name, value, Node.Self.Published.Keys.Concat(published.Keys));
        published[name] = problem is null ? value : throw new RecipeException($"Publish: {problem}");
    }

    /// <summary>The resources declared since the last call.</summary>
    public ResourceCollection TakeDeclared()
    {
        occurrences.Count(declared);
        var resources = new ResourceCollection(declared, Secrets)
        {
            Recipes = [.. recipes],
            Published = new Dictionary<string, string>(published),
        };
        declared = [];
        return resources;
    }
}
