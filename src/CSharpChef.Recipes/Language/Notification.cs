namespace CSharpChef.Recipes;

/// <summary>What a changed resource asks of another.</summary>
internal sealed record Notification(ResourceAction Action, Timing Timing);
