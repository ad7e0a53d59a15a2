namespace CSharpChef.Recipes.Steps;

/// <summary>Writes a message to the run's output. Never a change.</summary>
/// <param name="Message">The text.</param>
/// <param name="Level">The level of the message.</param>
public sealed record LogStep(string Message, LogLevel Level) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("log", Message);

    internal override IEnumerable<string?> Texts => [Message];

    internal override void Validate()
    {
        // Every text can be a message.
    }

    internal override Step Redacted() => this with { Message = Redaction.Mask };

    internal override bool Contradicts(Step other) => false;
}
