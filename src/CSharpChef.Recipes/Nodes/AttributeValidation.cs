using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CSharpChef.Recipes;

/// <summary>
/// Validates DataAnnotations as <see cref="Validator"/> does. That class caches every type that it validates, which
/// would keep a recipe's assembly in memory.
/// </summary>
internal static class AttributeValidation
{
    public static IReadOnlyList<ValidationResult> Errors(object bound)
    {
        var ofProperties = bound.GetType().GetProperties()
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .SelectMany(
                property => Errors(property, property.GetValue(bound), Context(bound, property.Name, property.Name)))
            .ToList();
        return ofProperties.Count > 0 ? ofProperties : [.. OfWhole(bound)];
    }

    private static IEnumerable<ValidationResult> OfWhole(object bound)
    {
        var context = Context(bound, bound.GetType().Name, member: null);
        return Errors(bound.GetType(), bound, context).Concat(
            bound is IValidatableObject own ? own.Validate(context) : []);
    }

    private static IEnumerable<ValidationResult> Errors(MemberInfo member, object? value, ValidationContext context) =>
        member
        .GetCustomAttributes<ValidationAttribute>(inherit: true)
        .Select(attribute => attribute.GetValidationResult(value, context))
        .OfType<ValidationResult>();

    private static ValidationContext Context(object bound, string shown, string? member) =>
        new(bound, shown, serviceProvider: null, items: null) { MemberName = member };
}
