using System.Runtime.ExceptionServices;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate.Threads;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Runs the recipes of one node up to their next pause, and on from there when it was answered. Recipes declare
/// resources; nothing here touches the node.
/// </summary>
internal sealed class Evaluation : IEvaluation
{
    private readonly EvaluationOptions options;
    private readonly RecipeRunner runner;
    private readonly EvaluationState state;
    private readonly RecipeExecution execution;
    private Task? recipes;

    private Evaluation(IReadOnlyList<RunListItem> runList, RecipeLibrary library, Node node, EvaluationOptions options)
    {
        this.options = options;
        runner = new RecipeRunner(options.TimeLimit, options.Clock, () => execution!.CurrentPlace());
        state = new EvaluationState(node, library, options, runner);
        execution = new RecipeExecution(runList, library, state);
        runner.Post(() => recipes = execution.RunAllAsync());
    }

    public Node Node => state.Node;

    public SecretTexts Secrets => state.Secrets;

    private bool IsPaused => state.PausePoint.Current is not null;

    /// <summary>Loads the recipes of a run list; they run with the first <see cref="NextAsync"/>.</summary>
    /// <exception cref="RecipeException">A recipe does not exist or does not compile.</exception>
    public static Evaluation Start(
        IReadOnlyList<RunListItem> runList, RecipeLibrary library, Node node, EvaluationOptions options)
    {
        if (runList.Count == 0)
        {
            throw new UsageException("there is no recipe to run: name one, like -r web or -r web::deploy");
        }

        foreach (var item in runList)
        {
            library.Load(item);
        }

        return new Evaluation(runList, library, node, options);
    }

    /// <summary>Runs the recipes to their next pause.</summary>
    /// <exception cref="RecipeException">A recipe failed, or did not end in time.</exception>
    public async Task<Pause> NextAsync(CancellationToken ct)
    {
        if (IsPaused)
        {
            throw new InvalidOperationException("The last pause has not been answered.");
        }

        await RunAsync(ct);
        ct.ThrowIfCancellationRequested();
        return runner.IsStopped ? throw execution.ExplainTimeout(options.TimeLimit, runner.StoppedAt) : Result();
    }

    /// <summary>Answers a barrier: the declared resources are converged.</summary>
    public void Resume() => Answer("");

    /// <summary>Answers a question with what the node wrote, without the last line end.</summary>
    public void Answer(string output)
    {
        var text = output.EndsWith('\n') ? output[..^1] : output;
        state.PausePoint.Answer(text.EndsWith('\r') ? text[..^1] : text);
    }

    /// <summary>Answers the question for a secret; null when there is none of its name.</summary>
    public void AnswerSecret(string? text) => state.PausePoint.Reply(() => text);

    /// <summary>Answers the question for the items of a data bag.</summary>
    public void AnswerItems(IReadOnlyList<string> items) => state.PausePoint.Reply(() => items);

    /// <summary>Answers the question for a data bag item.</summary>
    public void AnswerItem(ItemText item) => state.PausePoint.Reply(() => item);

    /// <summary>Throws an error in the recipe, where it asks the controller.</summary>
    /// <param name="cause">The error, which other recipes may get too.</param>
    public void Refuse(ChefException cause) => state.PausePoint.Reply(() => throw (cause is SecretStoreException
        ? new SecretStoreException(cause.Message)
        : new RecipeException(cause.Message)));

    /// <summary>The resources declared since the last barrier, when nothing will be evaluated any more.</summary>
    public ResourceCollection End() => state.TakeDeclared();

    /// <summary>
    /// Throws an error of the node in the recipe, where the recipe awaits the answer. Secrets in its message are
    /// masked.
    /// </summary>
    public void Fail(ChefException failure)
    {
        var error = MaskedError.Of(failure, Secrets);
        execution.MarkExplained(error);
        state.PausePoint.Fail(error);
    }

    public ValueTask DisposeAsync()
    {
        runner.Close();
        execution.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(() => IsPaused || recipes is { IsCompleted: true }, ct);
        }
        catch (Exception e)
        {
            throw execution.Explain(e);
        }
    }

    private Pause Result()
    {
        if (recipes is { IsFaulted: true })
        {
            ExceptionDispatchInfo.Throw(recipes.Exception.InnerException!);
        }

        return state.PausePoint.Current ?? new Pause.Finished(state.TakeDeclared());
    }
}
