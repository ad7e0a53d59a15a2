using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Evaluate;

/// <summary>What an action of a resource returned in another process: steps, or the error of asking for them.</summary>
internal sealed record ActionOutcome(IReadOnlyList<Step>? Steps, string? Error);
