using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>Makes plans of resources or steps that a test declares in C#, without compiling a recipe.</summary>
internal sealed class PlanOf : IRecipeHost
{
    private readonly List<Resource> resources = [];

    public Node Node { get; } = new("fake", Facts.None, NodeAttributes.None);

    public IReadOnlyList<Node> Nodes => [Node];

    public static ConvergePlan Recipe(Action<RecipeContext> recipe, string name = "test::default")
    {
        var host = new PlanOf();
        recipe(new RecipeContext("test", name, host));
        return host.Plan();
    }

    /// <summary>The resources that a recipe declares.</summary>
    public static Resource[] Resources(Action<RecipeContext> recipe)
    {
        var host = new PlanOf();
        recipe(new RecipeContext("test", "test::default", host));
        return [.. host.resources];
    }

    public static ConvergePlan Steps(params Step[] steps) =>
        new([new PlannedAction(1, new AnyResource(), "act", steps)]);

    public SourceLocation Locate(string file, int line, string word) => new(file, line);

    public void Declare(Resource resource) => resources.Add(resource);

    public void Publish(string name, string value) => throw new NotSupportedException();

    public Task Include(RecipeContext from, string recipe) => throw new NotSupportedException();

    public Task Converge() => throw new NotSupportedException();

    public Task<string> Query(string command, SourceLocation at) => throw new NotSupportedException();

    public string Secret(string name) => throw new NotSupportedException();

    public IReadOnlyList<string> DataBagItems(string bag) => throw new NotSupportedException();

    public DataBagItem DataBagItem(string bag, string item) => throw new NotSupportedException();

    public FileContent CookbookFile(string cookbook, string folder, string source) => throw new NotSupportedException();

    public FileContent RenderTemplate(string cookbook, string source, object? variables, bool sensitive) =>
        throw new NotSupportedException();

    private ConvergePlan Plan()
    {
        var resourceActions = resources.SelectMany(resource => resource.Actions).ToList();
        var notified = resources.SelectMany(resource => resource.Notifications)
            .Select(notification => notification.Action);
        var all = resourceActions.Concat(notified).Distinct().ToList();
        return new ConvergePlan([.. all.Select(
            (action, index) => new PlannedAction(index + 1, action.Resource, action.Name, action.Steps(Node))
        {
            IsScheduled = resourceActions.Contains(action),
            Sensitive = action.Resource.Sensitive,
            Immediate = Numbers(action, Timing.Immediately),
            Delayed = Numbers(action, Timing.Delayed),
        })]);

        int[] Numbers(ResourceAction sender, Timing timing) =>
        [
            .. sender.Resource.Notifications.Where(notification => notification.Timing == timing)
                .Select(notification => all.IndexOf(notification.Action) + 1),
        ];
    }

    private sealed class AnyResource() : Resource("it")
    {
        protected override IEnumerable<ResourceAction> DefaultActions() => [];
    }
}
