using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Stacks.Runs;

/// <summary>Recipes that ask one question, and end when it is answered.</summary>
internal sealed class AskingEvaluation(Pause.ControllerQuestion question) : IEvaluation
{
    public SecretTexts Secrets { get; } = new();

    /// <summary>Why the question was not answered.</summary>
    public ChefException? Refusal { get; private set; }

    /// <summary>The text of the secret that the question was for.</summary>
    public string? Text { get; private set; }

    public Task<Pause> NextAsync(CancellationToken ct) => Task.FromResult<Pause>(
        Refusal is null && Text is null ? question : new Pause.Finished(new ResourceCollection([], Secrets)));

    public void Refuse(ChefException cause) => Refusal = cause;

    public void Resume() => throw new NotSupportedException();

    public void Answer(string output) => throw new NotSupportedException();

    public void Fail(ChefException failure) => throw new NotSupportedException();

    public void AnswerSecret(string? text) => Text = text;

    public void AnswerItems(IReadOnlyList<string> items) => throw new InvalidOperationException("the bag was read");

    public void AnswerItem(ItemText item) => throw new InvalidOperationException("the item was read");

    public ResourceCollection End() => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
