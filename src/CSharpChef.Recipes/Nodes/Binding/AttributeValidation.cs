using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

/// <summary>
/// Validates DataAnnotations as <see cref="Validator"/> does, also those of nested objects, lists and dictionaries.
/// That class validates the outermost object only, and keeps a recipe's assembly in memory.
/// </summary>
internal sealed class AttributeValidation(bool hidesValues)
{
    private readonly HashSet<object> visited = new(ReferenceEqualityComparer.Instance);

    /// <summary>The errors of an object, each with the path of its attribute.</summary>
    /// <param name="bound">The object.</param>
    /// <param name="path">Its path.</param>
    /// <param name="hidesValues">True when no error may show a value.</param>
    public static IEnumerable<AttributeError> Errors(object bound, string path, bool hidesValues) =>
        new AttributeValidation(hidesValues).OfValue(bound, path);

    private IEnumerable<AttributeError> OfValue(object? value, string path) => value switch
    {
        null or string => [],
        IDictionary values => values.Keys.Cast<object>().SelectMany(key => OfValue(values[key], $"{path}.{key}")),
        _ when BoundType.IsOwn(value.GetType()) && value is not Delegate =>
            visited.Add(value) ? OfObject(value, path) : [],
        _ when IsUnset(value) => [],
        IEnumerable items when value.GetType().IsSZArray || ItemTypes.OfList(value.GetType()) is not null =>
            items.Cast<object?>().SelectMany((item, index) => OfValue(item, $"{path}[{index}]")),
        _ => [],
    };

    // An immutable array that nobody sets cannot be walked over.
    private static bool IsUnset(object value) => value is IEnumerable && value is ValueType
        && value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType()));

    private List<AttributeError> OfObject(object bound, string path)
    {
        var shape = BoundType.Of(bound.GetType());
        var errors = new List<AttributeError>();
        foreach (var property in shape.Properties)
        {
            var value = property.Property.GetValue(bound);
            var context = Context(bound, property.Property.Name, property.Property.Name);
            errors.AddRange(
                from rule in property.Rules
                let result = rule.GetValidationResult(value, context)
                where result is not null
                select RuleWords.Of(rule, value, hidesValues) is { } problem
                    ? new AttributeError($"{path}.{property.Name}", problem)
                    : Error(result, $"{path}.{property.Name}"));
            errors.AddRange(OfValue(value, $"{path}.{property.Name}"));
        }

        return errors.Count > 0 ? errors : [.. OfWhole(bound, shape, path)];
    }

    private static IEnumerable<AttributeError> OfWhole(object bound, BoundType shape, string path)
    {
        var context = Context(bound, bound.GetType().Name, member: null);
        return shape.Rules.Select(rule => rule.GetValidationResult(bound, context)).OfType<ValidationResult>()
            .Concat(bound is IValidatableObject own ? own.Validate(context) : [])
            .Where(result => result != ValidationResult.Success)
            .Select(result => Error(result, result.MemberNames.FirstOrDefault() is { Length: > 0 } member
                ? $"{path}.{shape.NameOf(member)}"
                : path));
    }

    private static AttributeError Error(ValidationResult result, string path) =>
        new(path, $"is not valid: {result.ErrorMessage}");

    private static ValidationContext Context(object bound, string shown, string? member) =>
        new(bound, shown, serviceProvider: null, items: null) { MemberName = member };
}
