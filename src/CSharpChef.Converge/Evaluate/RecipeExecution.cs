using System.Runtime.ExceptionServices;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate;

/// <summary>Executes the recipes of a run list and those they include, each recipe once.</summary>
internal sealed class RecipeExecution : IDisposable
{
    private readonly IReadOnlyList<RunListItem> runList;
    private readonly RecipeLibrary library;
    private readonly EvaluationState state;
    private readonly RecipeAssemblies assemblies;
    private readonly Dictionary<RunListItem, RecipeFrame> frames = [];
    private readonly HashSet<string> loadedCookbooks;
    private RunListItem current;
    private Exception? failure;

    public RecipeExecution(IReadOnlyList<RunListItem> runList, RecipeLibrary library, EvaluationState state)
    {
        this.runList = runList;
        this.library = library;
        this.state = state;
        assemblies = new RecipeAssemblies(library.Shared);
        current = runList[0];
        loadedCookbooks = [.. library.Cookbooks.WithDependencies(runList.Select(item => item.Cookbook))
            .Select(cookbook => cookbook.Name)];
    }

    public async Task RunAllAsync()
    {
        foreach (var item in runList)
        {
            await Include(item, from: null);
            await Task.WhenAll(frames.Values.Select(frame => frame.Task));
        }
    }

    /// <summary>Runs a recipe up to its first pause. The task ends when the recipe does.</summary>
    public Task Include(RunListItem item, RecipeFrame? from)
    {
        if (frames.TryGetValue(item, out var existing))
        {
            return from is not null && from.IsBelow(existing) ? Task.CompletedTask : existing.Task;
        }

        var recipe = Load(item, from);
        var frame = frames[item] = new RecipeFrame(this, state, item, from);
        state.Evaluates(item.ToString());
        frame.Start(RunAsync(frame, recipe));
        return frame.Task;
    }

    /// <summary>Marks an exception that a recipe will get as one that already has its final message.</summary>
    public void MarkExplained(Exception error) => failure = error;

    public ChefException Explain(Exception error) =>
        RecipeFailure.Of(error, current, assemblies, state.Secrets, library.Sources);

    public RecipeException ExplainTimeout(TimeSpan limit, string? place) =>
        RecipeFailure.TimedOut(current, limit, place, state.LastPlace);

    public string? CurrentPlace() => RecipeFailure.CurrentPlace(current, assemblies, library.Sources);

    public void Dispose() => assemblies.Dispose();

    // On another thread: cookbooks and the compiler are shared, and this thread may be interrupted at any time.
    private CompiledRecipe Load(RunListItem item, RecipeFrame? from)
    {
        Task.Run(() => Validate(item, from)).GetAwaiter().GetResult();
        try
        {
            return Task.Run(() => library.Load(item)).GetAwaiter().GetResult();
        }
        catch (RecipeException e)
        {
            failure = e;
            throw;
        }
    }

    private async Task RunAsync(RecipeFrame frame, CompiledRecipe recipe)
    {
        var outer = current;
        current = frame.Item;
        state.Reached(new SourceLocation(ScriptOf(frame.Item), 1));
        try
        {
            await assemblies.Start(recipe, new RecipeContext(frame.Item.Cookbook, frame.Item.ToString(), frame));
        }
        catch (Exception e) when (e is not ThreadAbortException)
        {
            failure = ReferenceEquals(e, failure) ? e : Explain(e);
            current = outer;
            ExceptionDispatchInfo.Throw(failure);
        }

        current = outer;
    }

    private string ScriptOf(RunListItem item)
    {
        var cookbook = library.Cookbooks.Get(item.Cookbook);
        return cookbook.Files.PathOf(cookbook.ScriptOf(item.Recipe));
    }

    // The attributes of cookbooks are merged before any recipe runs: a recipe must not silently miss its defaults.
    private void Validate(RunListItem item, RecipeFrame? from)
    {
        var cookbook = library.Cookbooks.Get(item.Cookbook);
        cookbook.ScriptOf(item.Recipe);
        if (from is not null && !loadedCookbooks.Contains(item.Cookbook) && cookbook.Attributes is not null)
        {
            throw new RecipeException($"{item} has attributes that this run did not load:"
                + $" add \"{item.Cookbook}\" to the dependencies in {from.Item.Cookbook}/cookbook.json, or the recipe to the run list");
        }
    }
}
