using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

/// <summary>The names of types as authors of recipes write them: <c>Dictionary&lt;string, int&gt;</c>.</summary>
internal static class TypeWords
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type) => type switch
    {
        _ when Keywords.TryGetValue(type, out var keyword) => keyword,
        { IsArray: true } => $"{Of(type.GetElementType()!)}[]",
        _ when Nullable.GetUnderlyingType(type) is { } inner => $"{Of(inner)}?",
        _ when IsTuple(type) && type.IsGenericType => $"({Arguments(type)})",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{Arguments(type)}>",
        _ => type.Name,
    };

    /// <summary>The name with its article: <c>an IPAddress</c>.</summary>
    public static string WithArticle(Type type) => Of(type) is var name && "AEIOaeio".Contains(name[0], StringComparison.Ordinal)
        ? $"an {name}"
        : $"a {name}";

    public static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type);

    private static string Arguments(Type type) => string.Join(", ", type.GetGenericArguments().Select(Of));
}
