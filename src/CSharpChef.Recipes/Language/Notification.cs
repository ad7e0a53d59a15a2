namespace CSharpChef.Recipes;

/// <summary>The action of another resource that runs after a change of this one.</summary>
internal sealed record Notification(ResourceAction Action, Timing Timing);
