namespace CSharpChef.Recipes;

/// <summary>A message in the run's output; never a change.</summary>
/// <param name="Message">The text.</param>
/// <param name="Level">How loud.</param>
public sealed record LogStep(string Message, LogLevel Level) : Step
{
    /// <inheritdoc />
    public override Subject Subject => new("log", Message);
}
