using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The words for the values of attributes that a type allows, and for a value that is given instead.</summary>
internal static class ValueWords
{
    private const int Longest = 60;

    private static readonly Dictionary<Type, string> Wanted = new()
    {
        [typeof(string)] = "a text",
        [typeof(bool)] = "true or false",
        [typeof(double)] = "a number",
        [typeof(float)] = "a number",
        [typeof(decimal)] = "a number",
        [typeof(char)] = "one character",
        [typeof(TimeSpan)] = "a duration such as \"00:05:00\"",
        [typeof(DateTime)] = "a date and time such as \"2026-01-31T08:00:00Z\"",
        [typeof(DateTimeOffset)] = "a date and time such as \"2026-01-31T08:00:00Z\"",
        [typeof(DateOnly)] = "a date such as \"2026-01-31\"",
        [typeof(TimeOnly)] = "a time such as \"08:00:00\"",
        [typeof(Guid)] = "an identifier such as \"01234567-89ab-cdef-0123-456789abcdef\"",
        [typeof(Uri)] = "an address such as \"https://example.com/\"",
        [typeof(Version)] = "a version such as \"1.2.3\"",
    };

    /// <summary>The problem: <c>must be a whole number, and is "eighty"</c>.</summary>
    public static string Problem(Type type, JsonNode? node, bool hidesValue) =>
        $"must be {Of(type, node)}, and is {Given(type, node, hidesValue)}";

    /// <summary>Whether the serializer of the framework makes the type of a text.</summary>
    public static bool IsKnown(Type type) => Wanted.ContainsKey(type) || Range(type) is not null;

    /// <summary>The problem of a value that the serializer of the framework refused.</summary>
    public static string SerializerProblem(Type type, Exception error, bool hidesValue) => $"does not fit {TypeWords.Of(type)}"
        + (hidesValue || error.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? ""
            : $": {error.Message.Split(" Path: ")[0].TrimEnd('.')}");

    /// <summary>The problem of a property whose type no attribute can have.</summary>
    public static string TupleProblem(Type type) =>
        $"cannot become {TypeWords.Of(type)}: attributes have no tuples, so write a record, or a list";

    /// <summary>The problem of a key of a dictionary.</summary>
    public static string KeyProblem(Type key) => $"must have a key that is {Of(key, null)}";

    private static string Of(Type type, JsonNode? node) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", EnumWords.Of(type))}",
        _ when Wanted.TryGetValue(type, out var words) => words,
        _ when Range(type) is var (lowest, highest) => "a whole number" + (IsWhole(node)
            ? string.Create(CultureInfo.InvariantCulture, $" from {lowest} to {highest}")
            : ""),
        _ when ItemTypes.OfList(type) is not null => "a list",
        _ when ItemTypes.OfDictionary(type) is not null || BoundType.IsOwn(type) => "an object",
        _ => TypeWords.WithArticle(type),
    };

    /// <summary>The words for a given value, which may be a password where the type is not public.</summary>
    public static string Given(Type type, JsonNode? node, bool hidesValue) => node switch
    {
        null => "null",
        JsonArray => "a list",
        JsonObject => "an object",
        _ when hidesValue => "a value of another kind",
        _ when type != typeof(string) && (IsPublic(type) || node.GetValueKind() != JsonValueKind.String) =>
            node.ToJsonString() is var text && text.Length > Longest ? text[..Longest] + "…" : text,
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => type == typeof(Uri) ? "another text" : "a text",
            JsonValueKind.Number => "a number without quotes",
            _ => "true or false without quotes",
        },
    };

    // Where a text, an address, a list or an object is wanted, what is given instead may be a password.
    private static bool IsPublic(Type type) => type.IsEnum || (Wanted.ContainsKey(type) && type != typeof(Uri))
        || Range(type) is not null;

    private static bool IsWhole(JsonNode? node) => node is JsonValue value
        && BigInteger.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static (object Lowest, object Highest)? Range(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
