using System.Runtime.ExceptionServices;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate.BuiltIn;

/// <summary>
/// The resources of a built-in recipe, and behind them the evaluation of other recipes. They converge together, in one
/// program, unless a recipe waits for the node, fails or declares what the built-in one declares: then the built-in
/// resources converge before that.
/// </summary>
/// <param name="first">The resources.</param>
/// <param name="start">Starts the evaluation of the other recipes; null when there are none.</param>
internal sealed class BuiltInFirstEvaluation(
    ResourceCollection first, Func<CancellationToken, Task<IEvaluation>>? start) : IEvaluation
{
    private IEvaluation? rest;
    private bool isDeclared;
    private Func<Pause>? held;

    public SecretTexts Secrets => rest?.Secrets ?? first.Secrets;

    private IEvaluation Rest => rest ?? throw new InvalidOperationException("No recipe has asked anything yet.");

    public async Task<Pause> NextAsync(CancellationToken ct)
    {
        if (held is { } next)
        {
            held = null;
            return next();
        }

        return isDeclared ? await Rest.NextAsync(ct) : await FirstAsync(ct);
    }

    // The answer to the barrier of the built-in resources is not one of the recipes.
    public void Resume()
    {
        if (held is null)
        {
            Rest.Resume();
        }
    }

    public void Answer(string output) => Rest.Answer(output);

    public void Fail(ChefException failure) => Rest.Fail(failure);

    public void AnswerSecret(string? text) => Rest.AnswerSecret(text);

    public void AnswerItems(IReadOnlyList<string> items) => Rest.AnswerItems(items);

    public void AnswerItem(ItemText item) => Rest.AnswerItem(item);

    public void Refuse(ChefException cause) => Rest.Refuse(cause);

    public ResourceCollection End() => rest?.End() ?? first with { Resources = [], Recipes = [] };

    public ValueTask DisposeAsync() => rest?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Pause> FirstAsync(CancellationToken ct)
    {
        try
        {
            rest ??= start is null ? null : await start(ct);
            return rest is null ? new Pause.Finished(first) : WithFirst(await rest.NextAsync(ct));
        }
        catch (ChefException e)
        {
            var failure = ExceptionDispatchInfo.Capture(e);
            return Before(() =>
            {
                failure.Throw();
                throw e;
            });
        }
    }

    private Pause WithFirst(Pause pause)
    {
        switch (pause)
        {
            case Pause.ControllerQuestion:
                return pause;
            case Pause.Finished finished when !finished.Resources.Resources.Any(IsBuiltIn):
                isDeclared = true;
                return new Pause.Finished(finished.Resources with
                {
                    Resources = [.. first.Resources, .. finished.Resources.Resources],
                    Recipes = [.. first.Recipes, .. finished.Resources.Recipes],
                });
            default:
                return Before(() => pause);
        }
    }

    private bool IsBuiltIn(Resource declared) => first.Resources.Any(resource => resource.Name == declared.Name);

    private Pause.Barrier Before(Func<Pause> next)
    {
        isDeclared = true;
        held = next;
        return new Pause.Barrier(first);
    }
}
