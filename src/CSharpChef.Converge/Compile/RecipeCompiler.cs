using System.Text;
using CSharpChef.Converge.Compile.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// Compiles a recipe to an assembly. The only type that uses Roslyn, so that a run of cached recipes does not load it.
/// </summary>
internal sealed partial class RecipeCompiler(RecipeEntry entry, ScriptReader read)
{
    public const string ScriptClass = "Submission#0";

    // Without System.IO: its File and Directory are functions of the recipe language.
    internal static IReadOnlyList<string> Usings { get; } =
    [
        "System", "System.Collections.Generic", "System.ComponentModel.DataAnnotations", "System.Linq",
        "System.Runtime.CompilerServices", "System.Text", "System.Text.Json", "System.Threading.Tasks", "CSharpChef.Recipes",
    ];

    // The feature is what makes #: a directive.
    internal static CSharpParseOptions Parsing { get; } =
        new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script)
            .WithFeatures([new("FileBasedProgram", "true")]);

    // A package may be made for older versions of others and of the framework: the SDK does not report it either.
    internal static IReadOnlyList<KeyValuePair<string, ReportDiagnostic>> Suppressed { get; } =
        [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)];

    internal static EmitOptions Emitting { get; } = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private readonly LoadResolver loads = new(entry, read);

    /// <summary>Logical paths of all files that were looked for, found or not, except those of the entry.</summary>
    public IReadOnlyList<string> Tried => [.. loads.Tried.Except(entry.Files)];

    public CompiledRecipe Compile()
    {
        // Before Roslyn loads scripts: it would hide the errors of shared code.
        _ = entry.Shared.All;
        var compilation = WithShared(WithPackages(Compilation()));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: Emitting);
        var unawaited = Unawaited(compilation).ToList();
        if (!result.Success || unawaited.Count > 0)
        {
            throw new RecipeException(string.Join('\n', Errors(compilation, unawaited)));
        }

        var warnings = result.Diagnostics.Where(IsWarning).Select(warning => Line(compilation, warning));
        return new CompiledRecipe(
            compilation.AssemblyName!,
            assembly.ToArray(),
            symbols.ToArray(),
            [.. loads.Notes, .. ScriptOnly(compilation), .. warnings])
        {
            Declarations = [.. Declarations(compilation).Distinct()],
            Uses = AssemblyContents.UsesOf(assembly.ToArray()),
        };
    }

    private CSharpCompilation Compilation() => CSharpCompilation.CreateScriptCompilation(
        $"{entry.Item.Cookbook}.{entry.Item.Recipe}",
        EntryTree(entry.Text),
        References.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: ScriptClass,
            usings: Usings,
            optimizationLevel: OptimizationLevel.Debug,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: Suppressed,
            sourceReferenceResolver: loads),
        returnType: typeof(object),
        globalsType: entry.Globals);

    private static SyntaxTree EntryTree(string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, LoadResolver.EntryPath);

    private IEnumerable<string> Errors(CSharpCompilation compilation, IReadOnlyList<Location> unawaited) =>
        compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(error => (At: error.Location, Text: Line(compilation, error)))
        .Concat(unawaited.Select(
            at => (At: at, Text: $"{PlaceOf(at)}: error CS4014: this does not wait{Indent}write `await` before it")))
        .OrderBy(error => Position(compilation, error.At))
        .Select(error => error.Text)
        .Distinct();

    /// <summary>Orders errors by file and position.</summary>
    internal static (int Tree, int Start) Position(CSharpCompilation compilation, Location at) =>
        (at.SourceTree is { } tree ? compilation.SyntaxTrees.IndexOf(tree) : -1, at.SourceSpan.Start);

    internal string Line(CSharpCompilation compilation, Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var hint = diagnostic.Severity == DiagnosticSeverity.Error ? Hint(compilation, diagnostic) : null;
        return $"{PlaceOf(diagnostic.Location)}: {severity} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
            + (hint is null ? "" : Indent + hint);
    }

    private string PlaceOf(Location location)
    {
        var span = location.GetMappedLineSpan();
        return location.SourceTree is null
            ? entry.Item.ToString()
            : $"{span.Path.Replace(LoadPath.Prefix, "", StringComparison.Ordinal)}:{span.StartLinePosition.Line + 1}:{span.StartLinePosition.Character + 1}";
    }

    // A recipe need not await Include: the included recipe ends at once unless it has a barrier, and that is detected
    // when it runs.
    private static bool IsWarning(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id != "CS4014";
}
