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

    /// <summary>The type of the items of an array, list or set; null for other types.</summary>
    public static Type? OfList(Type type) => type.IsSZArray
        ? type.GetElementType()
        : Is(type, Lists) || Is(type, Sets) ? type.GetGenericArguments()[0] : null;

    /// <summary>The type of the values of a dictionary whose keys are texts; null for other types.</summary>
    public static Type? OfDictionary(Type type) =>
        Is(type, Dictionaries) && type.GetGenericArguments() is [var key, var value] && key == typeof(string)
            ? value
            : null;

    public static object List(Type type, IReadOnlyList<object?> items)
    {
        var itemType = OfList(type)!;
        var array = Array.CreateInstance(itemType, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i], i);
        }

        var collection = Is(type, Sets) ? typeof(HashSet<>) : typeof(List<>);
        return type.IsSZArray ? array : Activator.CreateInstance(collection.MakeGenericType(itemType), array)!;
    }

    public static object Dictionary(Type type, IEnumerable<KeyValuePair<string, object?>> items)
    {
        var made = (System.Collections.IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(typeof(string), OfDictionary(type)!))!;
        foreach (var (key, value) in items)
        {
            made[key] = value;
        }

        return made;
    }

    private static bool Is(Type type, Type[] kinds) =>
        type.IsGenericType && kinds.Contains(type.GetGenericTypeDefinition());
}
