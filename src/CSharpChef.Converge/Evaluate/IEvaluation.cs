using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The recipes of one node while they run: up to their next pause, and on from there when it was answered.
/// </summary>
internal interface IEvaluation : IAsyncDisposable
{
    /// <summary>The texts of the secrets that the recipes have read so far.</summary>
    SecretTexts Secrets { get; }

    /// <summary>Runs the recipes to their next pause.</summary>
    /// <exception cref="RecipeException">A recipe failed, or did not end in time.</exception>
    Task<Pause> NextAsync(CancellationToken ct);

    /// <summary>Answers a barrier: the declared resources are converged.</summary>
    void Resume();

    /// <summary>Answers a question with what the node wrote, without the last line end.</summary>
    void Answer(string output);

    /// <summary>
    /// Throws an error of the node in the recipe, where the recipe awaits the answer. Secrets in its message are
    /// masked.
    /// </summary>
    void Fail(ChefException failure);

    /// <summary>Answers the question for a secret; null when there is none of its name.</summary>
    void AnswerSecret(string? text);

    /// <summary>Answers the question for the items of a data bag.</summary>
    void AnswerItems(IReadOnlyList<string> items);

    /// <summary>Answers the question for a data bag item.</summary>
    void AnswerItem(ItemText item);

    /// <summary>Throws an error in the recipe, where it asks the controller.</summary>
    /// <param name="cause">The error, which other recipes may get too.</param>
    void Refuse(ChefException cause);

    /// <summary>The resources declared since the last barrier, when nothing will be evaluated any more.</summary>
    ResourceCollection End();
}
