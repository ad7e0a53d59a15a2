namespace CSharpChef.Recipes;

/// <summary>A value that a search query looks at: of an attribute or a fact.</summary>
/// <param name="Text">The text, as JSON writes it for numbers and booleans.</param>
/// <param name="IsNumber">True for a number of JSON.</param>
internal readonly record struct SearchValue(string Text, bool IsNumber = false);
