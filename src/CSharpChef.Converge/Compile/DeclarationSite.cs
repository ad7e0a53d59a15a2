using System.Globalization;

namespace CSharpChef.Converge.Compile;

/// <summary>A call in a script that declares a resource when it runs.</summary>
/// <param name="Path">The logical path of the script, such as <c>web/recipes/default.csx</c>.</param>
/// <param name="Line">The line, from 1, that the resource has as its place.</param>
/// <param name="Word">The function that is called, such as <c>Package</c>.</param>
internal sealed record DeclarationSite(string Path, int Line, string Word)
{
    private const char Separator = '\t';

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Path}{Separator}{Line}{Separator}{Word}");

    public static DeclarationSite FromLine(string text) =>
        text.Split(Separator) is [var path, var line, var word]
            ? new(path, int.Parse(line, CultureInfo.InvariantCulture), word)
            : throw new FormatException("not a call that declares a resource: " + text);
}
