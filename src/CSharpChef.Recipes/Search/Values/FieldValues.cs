namespace CSharpChef.Recipes;

/// <summary>The values of a field of a node.</summary>
/// <param name="Values">The values; none when the node does not have the field.</param>
/// <param name="IsComplete">False when facts that are not known may have more.</param>
internal readonly record struct FieldValues(IReadOnlyList<SearchValue> Values, bool IsComplete = true);
