namespace CSharpChef.Stacks.Activity;

/// <summary>The kind of a denied call: what calls that count together have in common.</summary>
/// <param name="UserArn">The user who called.</param>
/// <param name="Operation">The name of the operation.</param>
/// <param name="StackId">The stack that the call named; null when it named none that exists.</param>
/// <param name="Reason">The right that the user lacks.</param>
internal sealed record DeniedCall(string UserArn, string Operation, string? StackId, string Reason);
