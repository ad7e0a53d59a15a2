using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Text;

/// <summary>
/// The names of enum members in JSON: the name in their attribute, else snake case.
/// </summary>
internal static class EnumNames
{
    public static IReadOnlyList<string> Of(Type type) => [.. Enum.GetNames(type).Select(name => Of(type, name))];

    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    public static T? Parse<T>(string name)
        where T : struct, Enum => Names<T>.Values.TryGetValue(name, out var value) ? value : null;

    private static string Of(Type type, string name) =>
        type.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(value => value, value => EnumNames.Of(typeof(T), value.ToString()));
        public static readonly IReadOnlyDictionary<string, T> Values =
            Of.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
