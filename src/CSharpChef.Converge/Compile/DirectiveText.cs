using System.Text;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Converge.Compile;

/// <summary>Decides what the directives of a script mean.</summary>
internal static class DirectiveText
{
    private const string Syntax = "write #:package ID@VERSION, or #r \"nuget: ID, VERSION\"";

    /// <summary>The text of a script.</summary>
    public static string Decode(byte[] script)
    {
        using var reader = new StreamReader(new MemoryStream(script, writable: false), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Whether a script can have such directives; otherwise it need not be parsed.</summary>
    public static bool MayBeIn(string script) =>
        script.Contains("#:", StringComparison.Ordinal) || script.Contains("#r", StringComparison.Ordinal);

    /// <summary>The package that a directive names.</summary>
    /// <exception cref="RecipeException">It is malformed.</exception>
    public static PackageDirective PackageOf(ScriptDirective directive)
    {
        var separator = directive.Name == ScriptDirective.Package ? '@' : ',';
        var at = directive.Text.IndexOf(separator, StringComparison.Ordinal);
        var id = (at < 0 ? directive.Text : directive.Text[..at]).Trim();
        var version = at < 0 ? null : directive.Text[(at + 1)..].Trim();
        return NuGetSource.IsId(id) && version is not ""
            ? new PackageDirective(id, version, directive.Place)
            : throw new RecipeException(
                $"{directive.Place}: error: \"{directive.Text}\" does not name a NuGet package and its version: {Syntax}");
    }

    /// <summary>What is wrong with a directive, or not used here; null when nothing is.</summary>
    public static ScriptFinding? FindingOf(ScriptDirective directive) => directive.Name switch
    {
        ScriptDirective.Package or ScriptDirective.Reference => null,
        _ when directive.IsHeader => null,
        ScriptDirective.Include when directive.Text.Length > 0 => null,
        ScriptDirective.Include =>
            Finding(directive, ScriptFinding.Error, "#:include names no file: write #:include ../lib/file.csx"),
        var name when ScriptDirective.OfEditors.Contains(name) =>
            Finding(directive, ScriptFinding.Note, $"#:{name} is for editors and dotnet run: recipes do not use it"),
        var name => Finding(directive, ScriptFinding.Error, $"#:{name} is not a directive of recipes{Nearest.Question(name, [ScriptDirective.Package, ScriptDirective.Include])} (they are #:package and #:include)"),
    };

    private static ScriptFinding Finding(ScriptDirective directive, string severity, string message) =>
        ScriptFinding.At(directive.Place, severity, code: null, message);

    /// <summary>
    /// The script as the compiler takes it: an include is a load, and a package is a comment, since the compiler gets
    /// all packages at once. Lines and columns stay.
    /// </summary>
    public static string ForCompiler(string script, IEnumerable<ScriptDirective> directives)
    {
        var text = new StringBuilder(script);
        foreach (var directive in directives.OrderByDescending(each => each.Start))
        {
            if (directive is { Name: ScriptDirective.Include, Text.Length: > 0 })
            {
                var load = "#load".PadRight(directive.TextStart - directive.Start - 1) + $"\"{directive.Text}\"";
                text.Remove(directive.Start, directive.End - directive.Start).Insert(directive.Start, load);
            }
            else if (directive.Name == ScriptDirective.Reference)
            {
                text.Remove(directive.Start, 2).Insert(directive.Start, "//");
            }
        }

        return text.ToString();
    }
}
