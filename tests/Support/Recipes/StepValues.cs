using System.Globalization;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>Values for the properties of steps, by type.</summary>
internal static class StepValues
{
    /// <summary>Values of a type; those that are made of text are made of each of these texts.</summary>
    /// <exception cref="NotSupportedException">No step had a property of this type yet: add the type here.</exception>
    public static IEnumerable<object> Of(Type type, string[] texts)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.IsEnum ? Enum.GetValues(inner).Cast<object>()
            : inner == typeof(bool) ? [true, false]
            : inner == typeof(int) ? [1]
            : inner == typeof(Permissions) ? [Permissions.Parse("4750")]
            : type == typeof(IReadOnlyList<int>) ? [new[] { 0, 3 }]
            : type == typeof(IReadOnlyDictionary<string, string>) ? [Variables("A", "b c")]
            : type == typeof(FileContent) ? [.. Contents(texts), FileContent.FromBytes([0, 1, 2])]
            : TextsIn(type, texts).SelectMany(place => place.Values);
    }

    /// <summary>Different values of a type, at least two of them valid for each member of a step.</summary>
    public static IEnumerable<object> Different(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner == typeof(int) ? [1, 2]
            : inner == typeof(Permissions) ? [Permissions.Parse("0600"), Permissions.Parse("0644")]
            : type == typeof(IReadOnlyList<int>) ? [new[] { 0 }, new[] { 3 }]
            : type == typeof(IReadOnlyDictionary<string, string>) ? [Variables("A", "b"), Variables("A", "c")]
            : Of(type, ["/a", "/b", "a", "b", "027", "022"]);
    }

    /// <summary>
    /// The places in a type that can hold a text, with a value for each of these texts. <c>Part</c> is empty or names
    /// the place inside the type.
    /// </summary>
    public static IEnumerable<(string Part, IReadOnlyList<object> Values)> TextsIn(Type type, string[] texts)
    {
        if (type == typeof(string))
        {
            return [("", texts)];
        }

        if (type == typeof(IReadOnlyList<string>))
        {
            return [("", [.. texts.Select(text => new[] { text })])];
        }

        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return
            [
                (".Values", [.. texts.Select(text => Variables("A", text))]),
                (".Keys", [.. texts.Select(text => Variables(text, "x"))]),
            ];
        }

        return type == typeof(FileContent) ? [("", Contents(texts))]
            : HoldsNoText(type) ? []
            : throw new NotSupportedException(
                string.Create(CultureInfo.InvariantCulture, $"steps have properties of a new type, {type}"));
    }

    // The second content is too large to be part of a program.
    private static object[] Contents(string[] texts) =>
    [
        .. texts.Select(FileContent.FromText),
        FileContent.FromText(texts[0] + new string('x', 20_000)),
    ];

    private static Dictionary<string, string> Variables(string name, string value) =>
        new(StringComparer.Ordinal) { [name] = value, ["EMPTY"] = "" };

    private static bool HoldsNoText(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsValueType: true } || type == typeof(IReadOnlyList<int>);
}
