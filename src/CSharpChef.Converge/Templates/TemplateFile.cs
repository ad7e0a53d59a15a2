using Fluid;

namespace CSharpChef.Converge.Templates;

/// <summary>A parsed template, with its text for finding the line of an error.</summary>
internal sealed record TemplateFile(string Path, string Text, IFluidTemplate Template)
{
    // The library has line numbers only while it parses; usually the first tag with the name is the cause.
    public string PlaceOf(string name)
    {
        var lines = Text.Split('\n');
        var line = Array.FindIndex(lines, lineText => ColumnOf(lineText, name) > 0);
        return line < 0 ? Path : $"{Path}:{line + 1}:{ColumnOf(lines[line], name)}";
    }

    /// <summary>The place of the name that a message of the library has in single quotes.</summary>
    public string PlaceOfQuoted(string message) =>
        message.Split('\'') is [_, { Length: > 0 } name, ..] ? PlaceOf(name) : Path;

    /// <summary>Rewrites the library's "message at (2:6)", which the source follows, as "path:2:6: message".</summary>
    public static string Explain(string path, string error)
    {
        var first = error.Split('\n')[0].TrimEnd();
        var at = first.LastIndexOf(" at (", StringComparison.Ordinal);
        return at < 0 ? $"{path}: {first}" : $"{path}:{first[(at + " at (".Length)..].TrimEnd(')')}: {first[..at]}";
    }

    /// <summary>The column of a name within a tag; 0 when the line does not have it.</summary>
    private static int ColumnOf(string line, string name)
    {
        var tag = line.IndexOf('{', StringComparison.Ordinal);
        var at = tag < 0 ? -1 : line.IndexOf(name, tag, StringComparison.Ordinal);
        return at > 0 && !IsPart(line[at - 1]) && (at + name.Length == line.Length || !IsPart(line[at + name.Length]))
            ? at + 1
            : 0;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-';
}
