using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
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
        (Constructor, Problem) = ConstructorOf(type);
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

    /// <summary>Why no object of the type can be made; null when one can.</summary>
    public string? Problem { get; }

    public IReadOnlyList<BoundProperty> Properties { get; }

    /// <summary>The rules for the object as a whole.</summary>
    public IReadOnlyList<ValidationAttribute> Rules { get; }

    public static BoundType Of(Type type) => Known.GetValue(type, static each => new BoundType(each));

    /// <summary>True for the types of recipes and tests, whose properties are attributes.</summary>
    public static bool IsOwn(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsArray
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) is not true;

    public BoundProperty? Find(string name) => Properties.FirstOrDefault(property => Same(property.Name, name));

    /// <summary>The name of the attribute for a member of the type.</summary>
    public string NameOf(string member) => Properties.FirstOrDefault(each => each.Property.Name == member)?.Name
        ?? JsonNamingPolicy.CamelCase.ConvertName(member);

    private static bool Same(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static (ConstructorInfo? Constructor, string? Problem) ConstructorOf(Type type)
    {
        if (type.IsAbstract || type.IsInterface)
        {
            return (null, $"cannot become {TypeWords.WithArticle(type)}, because that type is abstract");
        }

        var all = type.GetConstructors();
        var constructor = all is [var single] ? single : Array.Find(all, each => each.GetParameters().Length == 0);
        return (constructor, constructor is not null || type.IsValueType
            ? null
            : $"cannot become {TypeWords.WithArticle(type)}: give that type one public constructor, or one without parameters");
    }
}
