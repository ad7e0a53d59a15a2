using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>Compiles recipes, and those that they include, into the folder of compiled scripts.</summary>
internal sealed class WorkerCompilation(ServerPipe pipe, RecipeLibrary recipes)
{
    private readonly List<string> errors = [];
    private readonly List<string> warnings = [];
    private readonly HashSet<RunListItem> begun = [];

    /// <param name="names">The names of the recipes.</param>
    public void Run(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Try(() => Compile(RunListItem.Parse(name)));
        }

        pipe.Send(errors.Count == 0
            ? new WorkerMessage.Compiled([.. warnings.Distinct()])
            : new WorkerMessage.Failed(FailureKind.Recipe, string.Join('\n', errors.Distinct()), null));
    }

    private void Compile(RunListItem item)
    {
        if (!begun.Add(item))
        {
            return;
        }

        var cookbook = recipes.Cookbooks.Get(item.Cookbook);
        pipe.Send(new WorkerMessage.Place(cookbook.Files.PathOf(cookbook.ScriptOf(item.Recipe))));
        var compiled = recipes.Get(item);
        warnings.AddRange(compiled.Warnings);
        foreach (var included in compiled.Includes.Select(name => Find(name, item.Cookbook)).OfType<RunListItem>())
        {
            Try(() => Compile(included));
        }
    }

    // A recipe that does not exist is an error at the line that includes it, if that is reached.
    private RunListItem? Find(string name, string within)
    {
        try
        {
            var item = RunListItem.Parse(name, within);
            return recipes.Cookbooks.Find(item.Cookbook)?.Recipes.Contains(item.Recipe) == true ? item : null;
        }
        catch (RecipeException)
        {
            return null;
        }
    }

    private void Try(Action compile)
    {
        try
        {
            compile();
        }
        catch (RecipeException e)
        {
            errors.AddRange(e.Message.Split('\n'));
        }
    }
}
