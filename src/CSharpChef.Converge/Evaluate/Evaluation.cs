using System.Diagnostics;
using System.Runtime.ExceptionServices;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Runs the recipes of one node up to their next pause, and from there on when it was dealt with. They declare; nothing
/// here touches the node.
/// </summary>
internal sealed partial class Evaluation : IAsyncDisposable
{
    private readonly RecipePump pump = new();
    private readonly RecipeAssemblies assemblies = new();
    private readonly Dictionary<RunListItem, RecipeFrame> frames = [];
    private readonly HashSet<string> knownCookbooks;
    private readonly IReadOnlyList<RunListItem> runList;
    private readonly RecipeCache recipes;
    private readonly EvaluationOptions options;
    private readonly SecretSource secrets;
    private readonly SecretTexts secretTexts = new();
    private List<Resource> declared = [];
    private Pause? pause;
    private TaskCompletionSource<string> waiting = new();
    private Task? all;
    private TimeSpan used;
    private RunListItem current;
    private Exception? told;
    private string? stoppedAt;
    private volatile bool stopped;

    private Evaluation(IReadOnlyList<RunListItem> runList, RecipeCache recipes, Node node, EvaluationOptions options)
    {
        this.runList = runList;
        this.recipes = recipes;
        this.options = options;
        Node = node;
        Templates = new RenderedTemplates(recipes.Cookbooks, recipes.Disk, node, secretTexts);
        current = runList[0];
        secrets = new SecretSource(node, options);
        knownCookbooks = [.. recipes.Cookbooks.WithDependencies(runList.Select(item => item.Cookbook))
            .Select(cookbook => cookbook.Name)];
        pump.Post(_ => all = RunAllAsync(), null);
    }

    public Node Node { get; }

    public CookbookStore Cookbooks => recipes.Cookbooks;

    public RenderedTemplates Templates { get; }

    public SecretTexts Secrets => secretTexts;

    internal bool IsPaused => pause is not null;

    internal bool IsOnRecipeThread => pump.IsHere;

    /// <summary>Readies the recipes of a run list; they run with the first <see cref="NextAsync"/>.</summary>
    /// <exception cref="RecipeException">A recipe does not exist or does not compile.</exception>
    public static Evaluation Start(
        IReadOnlyList<RunListItem> runList, RecipeCache recipes, Node node, EvaluationOptions options)
    {
        if (runList.Count == 0)
        {
            throw new UsageException("there is no recipe to run: name one, like -r web or -r web::deploy");
        }

        foreach (var item in runList)
        {
            recipes.Get(item);
        }

        return new Evaluation(runList, recipes, node, options);
    }

    /// <summary>Runs the recipes to their next pause.</summary>
    /// <exception cref="RecipeException">A recipe failed, or did not end in time.</exception>
    public async Task<Pause> NextAsync(CancellationToken ct)
    {
        if (IsPaused)
        {
            throw new InvalidOperationException("The last pause is not dealt with.");
        }

        var started = options.Clock.GetTimestamp();
        using var limit = new CancellationTokenSource(Positive(options.TimeLimit - used), options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        AppDomain.CurrentDomain.FirstChanceException += NoteAbort;
        try
        {
            await pump.RunAsync(() => IsPaused || all is { IsCompleted: true }, both.Token);
        }
        catch (Exception e)
        {
            throw RecipeFailure.Of(e, current, assemblies, secretTexts);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= NoteAbort;
        }

        used += options.Clock.GetElapsedTime(started);
        stopped = both.IsCancellationRequested;
        ct.ThrowIfCancellationRequested();
        return stopped ? throw RecipeFailure.Endless(current, options.TimeLimit, stoppedAt) : Result();
    }

    /// <summary>What was declared before the barrier is true on the node now.</summary>
    public void Resume() => Answer("");

    /// <summary>What the node wrote; the last line end is dropped.</summary>
    public void Answer(string output)
    {
        pause = null;
        var answered = waiting;
        var text = output.EndsWith('\n') ? output[..^1] : output;
        pump.Post(_ => answered.SetResult(text.EndsWith('\r') ? text[..^1] : text), null);
    }

    /// <summary>The node could not do it: the recipe gets this where it awaits.</summary>
    public void Fail(ChefException error)
    {
        pause = null;
        told = error;
        var answered = waiting;
        pump.Post(_ => answered.SetException(error), null);
    }

    public ValueTask DisposeAsync()
    {
        assemblies.Dispose();
        return ValueTask.CompletedTask;
    }

    private Pause Result()
    {
        if (all is { IsFaulted: true })
        {
            ExceptionDispatchInfo.Throw(all.Exception.InnerException!);
        }

        return pause ?? new Pause.Finished(TakeDeclared());
    }

    private void NoteAbort(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (e.Exception is ThreadInterruptedException && IsOnRecipeThread)
        {
            stoppedAt ??= RecipeFailure.Place(new StackTrace(fNeedFileInfo: true), current, assemblies);
        }
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1);
}
