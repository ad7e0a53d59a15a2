namespace CSharpChef.Testing;

/// <summary>Texts as C# writes them, for lines that an error shows to be pasted.</summary>
internal static class CSharpLiteral
{
    public static string Of(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? $"\"\"\"\n{text}\n\"\"\""
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
