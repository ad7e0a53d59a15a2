namespace CSharpChef.Stacks.Operations;

/// <summary>The object that a call names, for the activity log.</summary>
/// <param name="StackId">The stack that it belongs to; null for an object of the whole server.</param>
internal sealed record CallSubject(string Id, string? StackId);
