using System.Collections;
using System.Collections.Immutable;

namespace CSharpChef.Recipes;

/// <summary>Recognizes the types of lists and dictionaries, and makes them.</summary>
internal static class ItemTypes
{
    private static readonly Type[] Lists =
    [
        typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>),
    ];

    private static readonly Type[] Sets = [typeof(HashSet<>), typeof(ISet<>), typeof(IReadOnlySet<>)];

    private static readonly Type[] Dictionaries =
        [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    // Each with the class whose CreateRange makes it.
    private static readonly Dictionary<Type, Type> ImmutableLists = new()
    {
        [typeof(ImmutableArray<>)] = typeof(ImmutableArray),
        [typeof(ImmutableList<>)] = typeof(ImmutableList),
        [typeof(IImmutableList<>)] = typeof(ImmutableList),
        [typeof(ImmutableHashSet<>)] = typeof(ImmutableHashSet),
        [typeof(IImmutableSet<>)] = typeof(ImmutableHashSet),
        [typeof(ImmutableSortedSet<>)] = typeof(ImmutableSortedSet),
    };

    private static readonly Dictionary<Type, Type> ImmutableDictionaries = new()
    {
        [typeof(ImmutableDictionary<,>)] = typeof(ImmutableDictionary),
        [typeof(IImmutableDictionary<,>)] = typeof(ImmutableDictionary),
        [typeof(ImmutableSortedDictionary<,>)] = typeof(ImmutableSortedDictionary),
    };

    /// <summary>The type of the items of an array, list or set; null for other types.</summary>
    public static Type? OfList(Type type) => type.IsSZArray
        ? type.GetElementType()
        : Is(type, Lists) || Is(type, Sets) || Is(type, ImmutableLists.Keys) ? type.GetGenericArguments()[0] : null;

    /// <summary>
    /// The type of the values of a dictionary whose keys are texts, or are written as texts; null for other types.
    /// </summary>
    public static Type? OfDictionary(Type type) =>
        (Is(type, Dictionaries) || Is(type, ImmutableDictionaries.Keys))
        && type.GetGenericArguments() is [var key, var value]
        && (key == typeof(string) || key.IsEnum || ParsedTypes.Has(key))
            ? value
            : null;

    /// <summary>The type of the keys of a dictionary.</summary>
    public static Type OfKey(Type dictionary) => dictionary.GetGenericArguments()[0];

    public static object List(Type type, IReadOnlyList<object?> items)
    {
        var itemType = OfList(type)!;
        var array = Array.CreateInstance(itemType, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i], i);
        }

        if (MakerOf(type, ImmutableLists) is { } maker)
        {
            return Immutable(maker, array, itemType);
        }

        var collection = Is(type, Sets) ? typeof(HashSet<>) : typeof(List<>);
        return type.IsSZArray ? array : Activator.CreateInstance(collection.MakeGenericType(itemType), array)!;
    }

    public static object Dictionary(Type type, IEnumerable<KeyValuePair<object, object?>> items)
    {
        var made = (IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        foreach (var (key, value) in items)
        {
            made[key] = value;
        }

        return MakerOf(type, ImmutableDictionaries) is { } maker
            ? Immutable(maker, made, type.GetGenericArguments())
            : made;
    }

    private static object Immutable(Type maker, object items, params Type[] types) => maker.GetMethods()
        .Where(method => method.Name == "CreateRange" && method.GetGenericArguments().Length == types.Length)
        .Select(method => method.MakeGenericMethod(types))
        .Single(method => method.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(items)
            && only.ParameterType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Invoke(null, [items])!;

    private static Type? MakerOf(Type type, Dictionary<Type, Type> makers) =>
        type.IsGenericType ? makers.GetValueOrDefault(type.GetGenericTypeDefinition()) : null;

    private static bool Is(Type type, IEnumerable<Type> kinds) =>
        type.IsGenericType && kinds.Contains(type.GetGenericTypeDefinition());
}
