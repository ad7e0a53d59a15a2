using Fluid;

namespace CSharpChef.Converge.Templates;

/// <summary>A parsed template, with its text for finding the line of an error.</summary>
internal sealed record TemplateFile(string Path, string Text, IFluidTemplate Template)
{
    // The library knows lines only while it parses; usually the first tag with the name is the cause.
    public string PlaceOf(string name)
    {
        var lines = Text.Split('\n');
        var line = Array.FindIndex(lines, candidate => Names(candidate, name));
        return line < 0 ? Path : $"{Path}({line + 1})";
    }

    /// <summary>Rewrites the library's "message at (2:6)", which the source follows, as "path(2,6): message".</summary>
    public static string Explain(string path, string error)
    {
        var first = error.Split('\n')[0].TrimEnd();
        var at = first.LastIndexOf(" at (", StringComparison.Ordinal);
        return at < 0 ? $"{path}: {first}" : $"{path}{first[(at + 4)..].Replace(':', ',')}: {first[..at]}";
    }

    private static bool Names(string line, string name)
    {
        var tag = line.IndexOf('{', StringComparison.Ordinal);
        var at = tag < 0 ? -1 : line.IndexOf(name, tag, StringComparison.Ordinal);
        return at > 0 && !IsPart(line[at - 1]) && (at + name.Length == line.Length || !IsPart(line[at + name.Length]));
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-';
}
