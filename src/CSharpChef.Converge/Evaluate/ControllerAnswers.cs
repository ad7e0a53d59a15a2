using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Answers what recipes ask the controller. Each secret and each data bag item is read once, for all hosts of a run
/// together.
/// </summary>
internal sealed class ControllerAnswers(ISecretSource secrets, IDataBagSource dataBags)
{
    private readonly SharedReads<string, string?> texts = new(secrets.ReadAsync);
    private readonly SharedReads<string, IReadOnlyList<string>> bags = new(dataBags.ItemsAsync);
    private readonly SharedReads<ItemName, ItemText> items = new(dataBags.ItemAsync);

    /// <summary>The stores of secrets of this machine, and these data bags.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="dataBags">The data bags.</param>
    public static ControllerAnswers OfThisMachine(Func<string, string?> variable, IDataBagSource dataBags) =>
        new(SecretStores.OfController(variable, dataBags), dataBags);

    /// <summary>Runs recipes to their next pause, and answers meanwhile what they ask the controller.</summary>
    public Task<Pause> NextAsync(IEvaluation evaluation, CancellationToken ct) =>
        NextAsync(evaluation, _ => { }, CancellationToken.None, ct);

    /// <summary>Runs recipes to their next pause, and answers meanwhile what they ask the controller.</summary>
    /// <param name="evaluation">The recipes.</param>
    /// <param name="reading">Gets the name of what is read, each time before it is.</param>
    /// <param name="cancel">Cancels only the wait for an answer.</param>
    /// <param name="ct">Cancels the recipes, and the wait for an answer.</param>
    /// <exception cref="CancelledException">The wait was cancelled.</exception>
    public async Task<Pause> NextAsync(
        IEvaluation evaluation, Action<string> reading, CancellationToken cancel, CancellationToken ct)
    {
        var pause = await evaluation.NextAsync(ct);
        while (pause is Pause.ControllerQuestion question)
        {
            reading(question.Subject);
            await AnswerAsync(evaluation, question, cancel, ct);
            pause = await evaluation.NextAsync(ct);
        }

        return pause;
    }

    private async Task AnswerAsync(
        IEvaluation evaluation, Pause.ControllerQuestion question, CancellationToken cancel, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ct);
        try
        {
            await AnswerAsync(evaluation, question, either.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new CancelledException();
        }
    }

    // An error is thrown in the recipe, where it asks.
    private async Task AnswerAsync(IEvaluation evaluation, Pause.ControllerQuestion question, CancellationToken ct)
    {
        try
        {
            switch (question)
            {
                case Pause.SecretQuestion secret:
                    evaluation.AnswerSecret(await texts.ReadAsync(secret.Name, ct));
                    break;
                case Pause.DataBagQuestion bag:
                    evaluation.AnswerItems(await bags.ReadAsync(bag.Bag, ct));
                    break;
                case Pause.ItemQuestion item:
                    evaluation.AnswerItem(await items.ReadAsync(item.Name, ct));
                    break;
            }
        }
        catch (ChefException e)
        {
            evaluation.Refuse(e);
        }
    }
}
