using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CSharpChef.Recipes;

/// <summary>The constructor and the properties of a type that attributes are bound to.</summary>
internal sealed class BoundType
{
    // The table holds its types weakly, so that the assemblies of recipes can be unloaded. Types of two assemblies are
    // different keys, also when they have the same name.
    private static readonly ConditionalWeakTable<Type, BoundType> Known = [];

    private BoundType(Type type)
    {
        Constructor = ConstructorOf(type);
        var parameters = Constructor?.GetParameters() ?? [];
        Properties =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
                .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .Select(property => new BoundProperty(property, Array.Find(
                    parameters, each => Same(each.Name, property.Name))))
        ];
        Rules = [.. type.GetCustomAttributes<ValidationAttribute>(inherit: true)];
    }

    /// <summary>The constructor to call; null for a structure without one.</summary>
    public ConstructorInfo? Constructor { get; }

    public IReadOnlyList<BoundProperty> Properties { get; }

    /// <summary>The rules for the object as a whole.</summary>
    public IReadOnlyList<ValidationAttribute> Rules { get; }

    public static BoundType Of(Type type) => Known.GetValue(type, static each => new BoundType(each));

    /// <summary>True for the types of recipes and tests, whose properties are attributes.</summary>
    public static bool IsOwn(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsArray
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) is not true;

    public BoundProperty? Find(string name) => Properties.FirstOrDefault(property => Same(property.Name, name));

    private static bool Same(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static ConstructorInfo? ConstructorOf(Type type)
    {
        if (type.IsAbstract || type.IsInterface)
        {
            throw new RecipeException($"Node.Bind cannot make a {type.Name}, because it is abstract");
        }

        var all = type.GetConstructors();
        return all is [var single]
            ? single
            : Array.Find(all, each => each.GetParameters().Length == 0) ?? (type.IsValueType
                ? null
                : throw new RecipeException(
                    $"Node.Bind cannot make a {type.Name}: give it one public constructor, or one without parameters"));
    }
}
