using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Reads the shape of a record from its properties.</summary>
internal static class ShapeReader
{
    private static readonly ConcurrentDictionary<Type, StructureShape> Known = new();

    public static StructureShape Structure(Type type) =>
        Known.GetOrAdd(type, static type => new(type.Name, Members(type)));

    private static List<Member> Members(Type type)
    {
        var required = type.GetCustomAttribute<RequiresAttribute>()?.Members ?? [];
        return [.. from property in Properties(type)
                   select new Member(
                       property.Name,
                       Limited(
                           Of(property.PropertyType, property.GetCustomAttribute<OneOfAttribute>()?.Words ?? []),
                           property),
                       required.Contains(property.Name) || property.IsDefined(typeof(RequiredMemberAttribute)),
                       property.GetCustomAttribute<DescriptionAttribute>()?.Text ?? "")
                   {
                       IsOwn = property.IsDefined(typeof(OwnAttribute)),
                   }];
    }

    // Inherited properties come first. A property without a setter is computed, and not part of the API.
    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        (type.BaseType is { } parent && parent != typeof(object) ? Properties(parent) : [])
            .Where(property => type.GetProperty(property.Name)?.DeclaringType == property.DeclaringType)
            .Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.CanWrite
                && !property.IsDefined(typeof(HiddenAttribute))
                && !property.IsDefined(typeof(JsonIgnoreAttribute)));

    private static Shape Limited(Shape shape, PropertyInfo property)
    {
        var most = property.GetCustomAttribute<LimitAttribute>()?.Most;
        return shape switch
        {
            TextShape text => text with
            {
                MaxBytes = most ?? text.MaxBytes,
                IsMultiline = property.IsDefined(typeof(MultilineAttribute)),
            },
            ListShape list => list with { MaxCount = most ?? list.MaxCount },
            MapShape map => map with { MaxCount = most ?? map.MaxCount },
            _ => shape,
        };
    }

    private static TextShape OfEnum(Type type)
    {
        if (type.IsDefined(typeof(OpenAttribute)))
        {
            return new([]);
        }

        var unlisted = Enum.GetNames(type)
            .Where(member => type.GetField(member)!.IsDefined(typeof(UnlistedAttribute)))
            .Select(member => EnumNames.Of(type, member))
            .ToList();
        return new([.. EnumNames.Of(type).Except(unlisted)]) { UnlistedWords = unlisted };
    }

    private static Shape Of(Type type, IReadOnlyList<string> words)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(Secret) => new TextShape(words) { IsSecret = true },
            _ when type == typeof(string) || type == typeof(DateTimeOffset) => new TextShape(words),
            _ when type == typeof(int) => new NumberShape(Whole: true),
            _ when type == typeof(double) => new NumberShape(Whole: false),
            _ when type == typeof(bool) => new FlagShape(),
            { IsEnum: true } => OfEnum(type),
            { IsGenericType: true, GenericTypeArguments: [var item] }
                when Is(typeof(IReadOnlyList<>)) || Is(typeof(IAsyncEnumerable<>)) =>
                new ListShape(Of(item, words)),
            { IsGenericType: true, GenericTypeArguments: [_, var value] } when Is(typeof(IReadOnlyDictionary<,>)) =>
                new MapShape(words, Of(value, [])),
            _ => Structure(type),
        };

        bool Is(Type open) => type.GetGenericTypeDefinition() == open;
    }
}
