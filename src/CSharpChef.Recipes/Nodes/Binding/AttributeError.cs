namespace CSharpChef.Recipes;

/// <summary>
/// What is wrong with the attribute at a path, such as <c>must be a whole number, and is "eighty"</c>.
/// </summary>
internal sealed record AttributeError(string Path, string Problem);
