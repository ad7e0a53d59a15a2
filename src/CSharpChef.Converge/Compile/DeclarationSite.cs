using System.Globalization;

namespace CSharpChef.Converge.Compile;

/// <summary>A call in a script that declares a resource when it runs.</summary>
/// <param name="Path">The logical path of the script, such as <c>web/recipes/default.csx</c>.</param>
/// <param name="Line">The line, from 1, that the resource has as its place.</param>
/// <param name="Column">The column, from 1, that the resource has as its place; 0 when the line has one such call, so
/// that the line tells it.</param>
/// <param name="Word">The function that is called, such as <c>Package</c>.</param>
internal sealed record DeclarationSite(string Path, int Line, int Column, string Word)
{
    private const char Separator = '\t';

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture, $"{Path}{Separator}{Line}{Separator}{Column}{Separator}{Word}");

    public static DeclarationSite FromLine(string text) =>
        text.Split(Separator) is [var path, var line, var column, var word]
            ? new(path, Number(line), Number(column), word)
            : throw new FormatException("not a call that declares a resource: " + text);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
