using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate.BuiltIn;

/// <summary>The resources of a built-in recipe, and behind them the evaluation of other recipes.</summary>
/// <param name="first">The resources.</param>
/// <param name="start">Starts the evaluation of the other recipes; null when there are none.</param>
internal sealed class BuiltInFirstEvaluation(
    ResourceCollection first, Func<CancellationToken, Task<IEvaluation>>? start) : IEvaluation
{
    private IEvaluation? rest;
    private bool isDeclared;

    public SecretTexts Secrets => rest?.Secrets ?? first.Secrets;

    private IEvaluation Rest => rest ?? throw new InvalidOperationException("No recipe has asked anything yet.");

    public async Task<Pause> NextAsync(CancellationToken ct)
    {
        if (!isDeclared)
        {
            isDeclared = true;
            return start is null ? new Pause.Finished(first) : new Pause.Barrier(first);
        }

        rest ??= await start!(ct);
        return await rest.NextAsync(ct);
    }

    public void Resume() => rest?.Resume();

    public void Answer(string output) => Rest.Answer(output);

    public void Fail(ChefException failure) => Rest.Fail(failure);

    public void AnswerSecret(string? text) => Rest.AnswerSecret(text);

    public void AnswerItems(IReadOnlyList<string> items) => Rest.AnswerItems(items);

    public void AnswerItem(ItemText item) => Rest.AnswerItem(item);

    public void Refuse(ChefException cause) => Rest.Refuse(cause);

    public ResourceCollection End() => rest?.End() ?? first with { Resources = [], Recipes = [] };

    public ValueTask DisposeAsync() => rest?.DisposeAsync() ?? ValueTask.CompletedTask;
}
