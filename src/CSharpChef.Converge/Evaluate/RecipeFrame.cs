using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate;

/// <summary>One recipe as it runs: what stands behind its words.</summary>
internal sealed class RecipeFrame(Evaluation run, RunListItem item, RecipeFrame? above) : IRecipeHost
{
    private RunListItem? included;
    private Task inclusion = Task.CompletedTask;

    public RunListItem Item { get; } = item;

    public Task Task { get; private set; } = Task.CompletedTask;

    public Node Node => run.Node;

    public void Start(Task task) => Task = task;

    public bool IsBelow(RecipeFrame other) => ReferenceEquals(this, other) || (above?.IsBelow(other) ?? false);

    public void Declare(Resource resource)
    {
        CheckTurn();
        run.Declare(resource);
    }

    public Task Include(RecipeContext from, string recipe)
    {
        CheckTurn();
        included = RunListItem.Parse(recipe, within: Item.Cookbook);
        inclusion = run.Include(included, this);
        return inclusion.IsFaulted ? Thrown(inclusion) : inclusion;
    }

    public Task Converge()
    {
        CheckTurn();
        return run.Pause(new Pause.Barrier(run.TakeDeclared()));
    }

    public Task<string> Query(string command)
    {
        CheckTurn();
        return run.Pause(new Pause.Question(command));
    }

    public string Secret(string name) => run.Secret(name);

    public FileContent CookbookFile(string cookbook, string folder, string source) =>
        run.Cookbooks.Get(cookbook).Files.Content(folder, source);

    public FileContent RenderTemplate(string cookbook, string source, object? variables, bool sensitive) =>
        FileContent.FromText(run.Templates.Render(cookbook, source, variables, sensitive));

    // Whoever did not await an inclusion learns of its failure all the same.
    private static Task Thrown(Task faulted)
    {
        faulted.GetAwaiter().GetResult();
        return faulted;
    }

    private void CheckTurn()
    {
        if (!run.IsOnRecipeThread)
        {
            throw new RecipeException(
                "the words of a recipe work in itself only, not inside Task.Run or after ConfigureAwait(false)");
        }

        if (!inclusion.IsCompleted)
        {
            throw new RecipeException(
                $"{Item} goes on while {included}, which it includes, waits: write `await Include(\"{included}\")`");
        }

        if (run.IsPaused)
        {
            throw new RecipeException(
                $"{Item} goes on while it waits for the node: write `await` before Converge() and Query(...)");
        }
    }
}
