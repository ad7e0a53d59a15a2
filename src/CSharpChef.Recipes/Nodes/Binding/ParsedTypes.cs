using System.Globalization;
using System.Reflection;

namespace CSharpChef.Recipes;

/// <summary>
/// Types of the framework that have a text form of their own, such as <see cref="System.Net.IPAddress"/>, and that its
/// serializer does not know.
/// </summary>
internal static class ParsedTypes
{
    private static readonly MethodInfo Parser = typeof(ParsedTypes).GetMethod(
        nameof(ParseAs), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Whether a text can be such a type.</summary>
    public static bool Has(Type type) => !BoundType.IsOwn(type) && type.GetInterfaces().Any(
        each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>)
            && each.GetGenericArguments()[0] == type);

    /// <summary>The value; null when the text is not one.</summary>
    public static object? Parse(Type type, string text) => Parser.MakeGenericMethod(type).Invoke(null, [text]);

    private static object? ParseAs<T>(string text)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;
}
