using CSharpChef.Converge.Workers;
using CSharpChef.Converge.Workers.Pool;

namespace CSharpChef.Stacks.Runs;

/// <summary>Compiles recipes of one version of cookbooks, each once, those with mistakes too.</summary>
internal sealed class VersionCompilation(WorkerPool workers, string stack, WorkerFolders folders)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> mistakes = new(StringComparer.Ordinal);
    private Task last = Task.CompletedTask;

    /// <summary>Compiles those of the recipes that are not compiled yet, one caller after another.</summary>
    /// <param name="recipes">The names of the recipes that are to run.</param>
    /// <param name="note">Hears of warnings.</param>
    /// <exception cref="Recipes.RecipeException">They do not compile; one line for each error.</exception>
    public Task CompileAsync(IReadOnlyList<string> recipes, Action<string> note, CancellationToken ct)
    {
        lock (gate)
        {
            return last = CompileAfterAsync(last, recipes, note, ct);
        }
    }

    private async Task CompileAfterAsync(
        Task earlier, IReadOnlyList<string> recipes, Action<string> note, CancellationToken ct)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var missing = recipes.Where(name => !compiled.Contains(name)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // The machines of a command would compile a mistake again and again, one after another.
        var key = string.Join(' ', missing);
        if (mistakes.TryGetValue(key, out var mistake))
        {
            throw new RecipeException(mistake);
        }

        try
        {
            (await workers.CompileAsync(stack, folders, missing, ct)).ToList().ForEach(note);
            compiled.UnionWith(missing);
        }
        catch (RecipeException e)
        {
            mistakes[key] = e.Message;
            throw;
        }
    }
}
