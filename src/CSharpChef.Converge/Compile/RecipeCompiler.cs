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

    // A package may be made for older versions of others and of the framework: the SDK does not report it either.
    internal static IReadOnlyList<KeyValuePair<string, ReportDiagnostic>> Suppressed { get; } =
        [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)];

    internal static EmitOptions Emitting { get; } = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private readonly LoadResolver loads = new(entry, read);

    /// <summary>Logical paths of all files that were looked for, found or not, except those of the entry.</summary>
    public IReadOnlyList<string> Tried => [.. loads.Tried.Except(entry.Files)];

    /// <summary>What <see cref="Compile"/> found, also when it failed.</summary>
    public IReadOnlyList<ScriptFinding> Findings { get; private set; } = [];

    /// <exception cref="RecipeException">It does not compile; one line for each error.</exception>
    public CompiledRecipe Compile(CancellationToken ct = default)
    {
        var compilation = Compilation();
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: Emitting, cancellationToken: ct);
        var unawaited = Unawaited(compilation).ToList();
        if (!result.Success || unawaited.Count > 0)
        {
            Findings = [.. Errors(compilation, unawaited, ct)];
            throw new RecipeException(string.Join('\n', Findings));
        }

        var warnings = result.Diagnostics.Where(IsWarning).Select(warning => FindingOf(compilation, warning));
        Findings = [.. loads.Notes, .. ScriptOnlyFindings(), .. warnings];
        var calls = DeclaringCalls(compilation);
        var crowded = CrowdedCalls(calls).ToList();
        return new CompiledRecipe(
            compilation.AssemblyName!,
            WithColumns(compilation, crowded, assembly.ToArray()),
            symbols.ToArray(),
            [.. Findings.Select(finding => finding.ToString())])
        {
            Declarations = [.. calls.Select(call => call.Site(hasColumn: crowded.Contains(call))).Distinct()],
            Uses = AssemblyContents.UsesOf(assembly.ToArray()),
            Includes = [.. IncludedNames(compilation).Distinct()],
        };
    }

    private CSharpCompilation Compilation()
    {
        // Before Roslyn loads scripts: it would hide the errors of shared code.
        _ = entry.Shared.All;
        return WithShared(WithPackages(OfEntry()));
    }

    private CSharpCompilation OfEntry() => CSharpCompilation.CreateScriptCompilation(
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

    private IEnumerable<ScriptFinding> Errors(
        CSharpCompilation compilation, IReadOnlyList<Location> unawaited, CancellationToken ct) =>
        compilation.GetDiagnostics(ct)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(error => (At: error.Location, Finding: FindingOf(compilation, error)))
        .Concat(unawaited.Select(at => (
            At: at,
            Finding: FindingAt(at, ScriptFinding.Error, "CS4014", "this does not wait") with
            {
                Hint = "write `await` before it",
            })))
        .OrderBy(error => Position(compilation, error.At))
        .Select(error => error.Finding)
        .DistinctBy(finding => finding.ToString());

    /// <summary>Orders errors by file and position.</summary>
    internal static (int Tree, int Start) Position(CSharpCompilation compilation, Location at) =>
        (at.SourceTree is { } tree ? compilation.SyntaxTrees.IndexOf(tree) : -1, at.SourceSpan.Start);

    internal ScriptFinding FindingOf(CSharpCompilation compilation, Diagnostic diagnostic)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return FindingAt(
            diagnostic.Location, isError ? ScriptFinding.Error : ScriptFinding.Warning, diagnostic.Id, message) with
        {
            Hint = isError ? Hint(compilation, diagnostic) : null,
        };
    }

    private ScriptFinding FindingAt(Location location, string severity, string code, string message)
    {
        if (location.SourceTree is null)
        {
            return new ScriptFinding(entry.Item.ToString(), 0, 0, severity, code, message);
        }

        var span = location.GetMappedLineSpan();
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        return new ScriptFinding(
            span.Path.Replace(LoadPath.Prefix, "", StringComparison.Ordinal),
            start.Line + 1, start.Character + 1, severity, code, message)
        {
            EndLine = end.Line + 1,
            EndColumn = end.Character + 1,
        };
    }

    // A recipe need not await Include: the included recipe ends at once unless it has a barrier, and that is detected
    // when it runs.
    private static bool IsWarning(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id != "CS4014";
}
