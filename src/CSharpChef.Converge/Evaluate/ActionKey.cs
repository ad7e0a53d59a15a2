namespace CSharpChef.Converge.Evaluate;

/// <summary>What tells an action apart from those of other recipes and runs.</summary>
/// <param name="Recipe">The recipe that declares its resource; null outside of recipes.</param>
/// <param name="Action">
/// The resource and the action, such as <c>service[nginx] restart</c>. Resources of the same name in a recipe are
/// counted.
/// </param>
internal sealed record ActionKey(string? Recipe, string Action);
