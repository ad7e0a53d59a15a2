using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Recipes;

/// <summary>A property of a type that attributes are bound to.</summary>
internal sealed class BoundProperty
{
    public BoundProperty(PropertyInfo property, ParameterInfo? parameter)
    {
        Property = property;
        Parameter = parameter;
        Name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Nullability = new NullabilityInfoContext().Create(property);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute))
            || property.IsDefined(typeof(JsonRequiredAttribute))
            || (parameter is { HasDefaultValue: false } && Nullability.WriteState == NullabilityState.NotNull);
        CanBeSet = parameter is not null || property.SetMethod is { IsPublic: true };
        Rules =
        [
            .. property.GetCustomAttributes<ValidationAttribute>(inherit: true),
            .. parameter?.GetCustomAttributes<ValidationAttribute>(inherit: true) ?? [],
        ];
    }

    public PropertyInfo Property { get; }

    /// <summary>The parameter of the constructor that sets the property; null when none does.</summary>
    public ParameterInfo? Parameter { get; }

    /// <summary>The name of its attribute.</summary>
    public string Name { get; }

    /// <summary>
    /// True for <c>required</c>, and for a parameter of the constructor without default that is not nullable.
    /// </summary>
    public bool IsRequired { get; }

    /// <summary>Where null is allowed: in the property, and in the items of its list or dictionary.</summary>
    public NullabilityInfo Nullability { get; }

    public bool CanBeSet { get; }

    /// <summary>The rules of the property, and those of a positional record's parameter.</summary>
    public IReadOnlyList<ValidationAttribute> Rules { get; }
}
