using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Evaluate;

/// <summary>A recipe while it runs: executes the functions of the recipe language.</summary>
internal sealed class RecipeFrame(
    RecipeExecution execution, EvaluationState state, RunListItem item, RecipeFrame? includedFrom) : IRecipeHost
{
    private RunListItem? included;
    private Task inclusion = Task.CompletedTask;

    public RunListItem Item { get; } = item;

    public Task Task { get; private set; } = Task.CompletedTask;

    public Node Node => state.Node;

    public IReadOnlyList<Node> Nodes => state.Nodes;

    public void Start(Task task) => Task = task;

    /// <summary>True when this recipe was included, directly or not, from the other one.</summary>
    public bool IsBelow(RecipeFrame other) =>
        ReferenceEquals(this, other) || (includedFrom?.IsBelow(other) ?? false);

    public SourceLocation Locate(string file, int line, string word) =>
        state.Reached(state.Sources.Locate(SourceLocator.LogicalPath(Item.Cookbook, file), line, word));

    public void Declare(Resource resource)
    {
        RequireRunning();
        state.Declare(resource);
    }

    public Task Include(RecipeContext from, string recipe)
    {
        RequireRunning();
        included = RunListItem.Parse(recipe, within: Item.Cookbook);
        inclusion = execution.Include(included, this);
        return inclusion.IsFaulted ? Rethrown(inclusion) : inclusion;
    }

    public Task Converge()
    {
        RequireRunning();
        return state.PausePoint.WaitFor(new Pause.Barrier(state.TakeDeclared()));
    }

    public Task<string> Query(string command, SourceLocation at)
    {
        RequireRunning();
        return state.PausePoint.WaitFor(new Pause.Question(command, at, [.. state.Declared]));
    }

    public string Secret(string name) => state.RecipeSecrets.Read(name, RequireRunning);

    public IReadOnlyList<string> DataBagItems(string bag) => state.RecipeDataBags.Items(bag, RequireRunning);

    public DataBagItem DataBagItem(string bag, string item) => state.RecipeDataBags.Item(bag, item, RequireRunning);

    public void Publish(string name, string value)
    {
        RequireRunning();
        state.Publish(name, value);
    }

    public FileContent CookbookFile(string cookbook, string folder, string source) =>
        state.Cookbooks.Get(cookbook).Files.Content(folder, source);

    public FileContent RenderTemplate(string cookbook, string source, object? variables, bool sensitive) =>
        FileContent.FromText(state.Templates.Render(cookbook, source, variables, sensitive));

    // Thrown at once: a recipe that does not await the inclusion must fail too.
    private static Task Rethrown(Task faulted)
    {
        faulted.GetAwaiter().GetResult();
        return faulted;
    }

    private void RequireRunning()
    {
        if (!state.IsOnRecipeThread)
        {
            throw new RecipeException(
                "functions such as File(...) and Secret(...) must be called by the recipe itself, not inside Task.Run, after ConfigureAwait(false), in the steps of a resource, or in a LINQ query that runs later (end it with .ToList())");
        }

        if (!inclusion.IsCompleted)
        {
            throw new RecipeException(
                $"{Item} continues while {included}, which it includes, waits: write `await Include(\"{included}\")`");
        }

        if (state.PausePoint.Current is not null)
        {
            throw new RecipeException(
                $"{Item} continues while it waits for the node: write `await` before Converge() and Query(...)");
        }
    }
}
