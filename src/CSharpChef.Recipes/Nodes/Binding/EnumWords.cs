using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CSharpChef.Recipes;

/// <summary>The words of an enumeration in attributes: its names, in any case; several of them for flags.</summary>
internal static class EnumWords
{
    public static IEnumerable<string> Of(Type type) => Fields(type).Select(Word);

    /// <summary>The value; null when the attribute has none of its words.</summary>
    public static object? Parse(Type type, JsonNode node)
    {
        if (node.GetValueKind() == JsonValueKind.Number)
        {
            return Fields(type).Select(field => field.GetValue(null)!)
                .FirstOrDefault(value => Convert.ToDecimal(value, null).ToString(null, null) == node.ToJsonString());
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        var names = node.GetValue<string>().Split(',', StringSplitOptions.TrimEntries)
            .Select(word => Fields(type).FirstOrDefault(
                field => Word(field).Equals(word, StringComparison.OrdinalIgnoreCase))?.Name)
            .ToList();
        return names.Contains(null) || (names.Count > 1 && !type.IsDefined(typeof(FlagsAttribute)))
            ? null
            : Enum.Parse(type, string.Join(',', names));
    }

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static);

    private static string Word(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;
}
