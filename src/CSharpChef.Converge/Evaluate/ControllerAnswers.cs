using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Answers what recipes ask the controller. Each secret is read once, for all hosts of a run together.
/// </summary>
internal sealed class ControllerAnswers(ISecretSource secrets)
{
    private readonly SharedReads<string?> texts = new(secrets.ReadAsync);

    /// <summary>Runs recipes to their next pause, and answers meanwhile what they ask the controller.</summary>
    public async Task<Pause> NextAsync(Evaluation evaluation, CancellationToken ct)
    {
        var pause = await evaluation.NextAsync(ct);
        while (pause is Pause.ControllerQuestion question)
        {
            await AnswerAsync(evaluation, question, ct);
            pause = await evaluation.NextAsync(ct);
        }

        return pause;
    }

    // An error is thrown in the recipe, where it asks.
    private async Task AnswerAsync(Evaluation evaluation, Pause.ControllerQuestion question, CancellationToken ct)
    {
        try
        {
            switch (question)
            {
                case Pause.SecretQuestion secret:
                    evaluation.AnswerSecret(await texts.ReadAsync(secret.Name, ct));
                    break;
            }
        }
        catch (ChefException e)
        {
            evaluation.Refuse(e.Message);
        }
    }
}
