using System.Text.RegularExpressions;

namespace CSharpChef.Converge;

/// <summary>The only place that makes shell words of texts.</summary>
internal static partial class ShellQuote
{
    /// <summary>One word that is exactly this text.</summary>
    public static string Word(string text) =>
        Plain().IsMatch(text) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A text as the value of an option word: <c>owner='Ann B'</c>.</summary>
    public static string Option(string key, string text) => $"{key}={(text.Length == 0 ? "" : Word(text))}";

    /// <summary>This text inside a shell pattern that stands in a variable, where only it matches.</summary>
    public static string Literal(string text) => Special().Replace(text, @"\$0");

    /// <summary>A text for a comment: one line.</summary>
    public static string Comment(string text) => Control().Replace(text, " ");

    [GeneratedRegex(@"^[A-Za-z0-9_./:@%+,-]+\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"[*?\[\]\\]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\p{C}")]
    private static partial Regex Control();
}
