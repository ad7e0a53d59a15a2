using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Editor.Answers.Strings;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;
using CSharpChef.Editor.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Location = CSharpChef.Editor.Protocol.Location;

namespace CSharpChef.Editor.Answers;

/// <summary>
/// Where the thing at a position is declared: in a script of this cookbook or of another one, or the template, file,
/// recipe or attribute that a string names. What the framework declares has no place.
/// </summary>
internal static class Definitions
{
    public static async Task<IReadOnlyList<Location>> AtAsync(
        BoundScript script, Position position, CancellationToken ct)
    {
        var offset = script.PositionOf(position);
        try
        {
            return Directive(script, position) is { } loaded ? [loaded]
                : await NamedAsync(script, offset, ct) is { } named ? [named]
                : await SymbolFinder.FindSymbolAtPositionAsync(script.Document, offset, ct) is { } symbol
                    ? [.. Declared(symbol).Select(place => PlaceOf(script, place)).OfType<Location>().Distinct()]
                    : [];
        }
        catch (ChefException)
        {
            // A file that has the answer cannot be read, which is among the findings.
            return [];
        }
    }

    private static Location? Directive(BoundScript script, Position position) => script.Snapshot is not { } snapshot
        ? null
        : SharedCompiler.Parsed(script.LogicalPath, script.Text.ToString()).Loads
            .Where(load => ScriptFinding.At(load.Place, ScriptFinding.Note, null, "").Line == position.Line + 1)
            .Select(load => new NamedFiles(snapshot).Loaded(load.Text, script.LogicalPath))
            .FirstOrDefault();

    private static async Task<Location?> NamedAsync(BoundScript script, int offset, CancellationToken ct) =>
        script.Snapshot is { } snapshot && await UsedText.FindAsync(script, offset, ct) is { } used
            ? new NamedFiles(snapshot).Find(used.Use, used.Text)
            : null;

    // A word is a function that no file has: it declares the resource of the class that it returns.
    private static IEnumerable<Microsoft.CodeAnalysis.Location> Declared(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Declared(alias.Target),
        INamespaceSymbol => [],
        IMethodSymbol { Locations: [{ SourceTree.FilePath: ScriptProjects.WordsPath }, ..] } word =>
            word.ReturnType.OriginalDefinition.Locations.Where(place => place.IsInSource),
        _ => symbol.OriginalDefinition.Locations.Where(place => place.IsInSource),
    };

    private static Location? PlaceOf(BoundScript script, Microsoft.CodeAnalysis.Location place)
    {
        var span = place.GetMappedLineSpan();
        var range = span.Span.ToRange();
        var path = span.Path.StartsWith(LoadPath.Prefix, StringComparison.Ordinal)
            ? span.Path[LoadPath.Prefix.Length..]
            : span.Path;
        return place.SourceTree!.FilePath == script.Document.FilePath ? new Location(script.Uri, range)
            : script.Snapshot is { } snapshot ? new NamedFiles(snapshot).InScript(path, range)
            : null;
    }
}
