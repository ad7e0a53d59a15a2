using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// How the members of an enum are written: as their attribute says, else in lower case with underscores.
/// </summary>
internal static class EnumNames
{
    public static IReadOnlyList<string> Of(Type type) => [.. Enum.GetNames(type).Select(name => Of(type, name))];

    public static string Of<T>(T value)
        where T : struct, Enum => Written<T>.Words[value];

    public static T? Parse<T>(string word)
        where T : struct, Enum => Written<T>.Values.TryGetValue(word, out var value) ? value : null;

    private static string Of(Type type, string name) =>
        type.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static class Written<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<T, string> Words =
            Enum.GetValues<T>().ToDictionary(value => value, value => Of(typeof(T), value.ToString()));
        public static readonly IReadOnlyDictionary<string, T> Values =
            Words.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
