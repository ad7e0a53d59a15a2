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
        where T : struct, Enum => Names<T>.ByMember[value.ToString()];

    public static T? Parse<T>(string name)
        where T : struct, Enum => Names<T>.Values.TryGetValue(name, out var value) ? (T)value : null;

    public static string Of(Type type, string name) =>
        type.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static class Names<T>
        where T : struct, Enum
    {
        // Without T in the dictionaries: the just-in-time compiler would make each method of them once more for each T.
        public static readonly Dictionary<string, string> ByMember =
            Enum.GetNames<T>().ToDictionary(member => member, member => EnumNames.Of(typeof(T), member));
        public static readonly Dictionary<string, object> Values =
            ByMember.ToDictionary(pair => pair.Value, object (pair) => Enum.Parse<T>(pair.Key));
    }
}
