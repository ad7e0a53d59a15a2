using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Texts;

/// <summary>Texts that describe a stack. They have other words than recipes.</summary>
internal static partial class StackText
{
    /// <summary>
    /// Whether a line of the text begins with a call of <c>Stack</c>, which each stack has and no recipe.
    /// </summary>
    public static bool Is(SourceText text) => Call().IsMatch(text.ToString());

    [GeneratedRegex(@"^\s*Stack\s*\(", RegexOptions.Multiline)]
    private static partial Regex Call();
}
