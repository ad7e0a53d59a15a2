using System.Runtime.ExceptionServices;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate;

/// <summary>What the recipes of an evaluation do, on their own thread.</summary>
internal sealed partial class Evaluation
{
    internal void Declare(Resource resource)
    {
        if (stopped)
        {
            throw new OperationCanceledException("the recipe was stopped");
        }

        declared.Add(resource);
    }

    internal ResourceCollection TakeDeclared()
    {
        var taken = new ResourceCollection(declared, secretTexts);
        declared = [];
        return taken;
    }

    internal Task<string> Pause(Pause reason)
    {
        pause = reason;
        waiting = new TaskCompletionSource<string>();
        return waiting.Task;
    }

    internal string Secret(string name)
    {
        var text = secrets.Find(name);
        secretTexts.Add(text);
        return text;
    }

    internal Task Include(RunListItem item, RecipeFrame? from)
    {
        if (frames.TryGetValue(item, out var known))
        {
            return from is not null && from.IsBelow(known) ? Task.CompletedTask : known.Task;
        }

        var recipe = Compiled(item, from);
        var frame = frames[item] = new RecipeFrame(this, item, from);
        frame.Start(RunAsync(frame, recipe));
        return frame.Task;
    }

    private async Task RunAllAsync()
    {
        foreach (var item in runList)
        {
            await Include(item, from: null);
            await Task.WhenAll(frames.Values.Select(frame => frame.Task));
        }
    }

    // Elsewhere, since this thread may be aborted at any time, and cookbooks and the compiler are everyone's.
    private CompiledRecipe Compiled(RunListItem item, RecipeFrame? from)
    {
        Task.Run(() => Check(item, from)).GetAwaiter().GetResult();
        try
        {
            return Task.Run(() => recipes.Get(item)).GetAwaiter().GetResult();
        }
        catch (RecipeException e)
        {
            told = e;
            throw;
        }
    }

    private async Task RunAsync(RecipeFrame frame, CompiledRecipe recipe)
    {
        var outer = current;
        current = frame.Item;
        try
        {
            await assemblies.Start(recipe, new RecipeContext(frame.Item.Cookbook, frame));
        }
        catch (Exception e) when (e is not ThreadAbortException)
        {
            told = ReferenceEquals(e, told) ? e : RecipeFailure.Of(e, frame.Item, assemblies, secretTexts);
            current = outer;
            ExceptionDispatchInfo.Throw(told);
        }

        current = outer;
    }

    // A cookbook's attributes were merged before any recipe ran, or never: a recipe must not miss its defaults without
    // a word.
    private void Check(RunListItem item, RecipeFrame? from)
    {
        Cookbooks.Get(item.Cookbook).ScriptOf(item.Recipe);
        if (from is not null
            && !knownCookbooks.Contains(item.Cookbook)
            && Cookbooks.Get(item.Cookbook).Attributes is not null)
        {
            throw new RecipeException($"{item} has attributes that this run did not load:"
                + $" add \"{item.Cookbook}\" to the dependencies in {from.Item.Cookbook}/cookbook.json, or the recipe to the run list");
        }
    }
}
