using System.Text;
using CSharpChef.Converge.Cookbooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile.Shared;

/// <summary>Compiles the shared code of a cookbook to an assembly. It uses Roslyn.</summary>
internal sealed partial class SharedCompiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private readonly Cookbook cookbook;
    private readonly SharedScope dependencies;
    private readonly ScriptReader read;
    private readonly RecipeCompiler recipes;
    private readonly IReadOnlyList<SharedFile> all;
    private readonly IReadOnlyList<SharedFile> files;

    /// <param name="cookbook">The cookbook.</param>
    /// <param name="dependencies">The shared code of its dependencies.</param>
    /// <param name="cookbooks">All cookbooks of the run.</param>
    /// <param name="read">Reads their scripts.</param>
    public SharedCompiler(Cookbook cookbook, SharedScope dependencies, CookbookStore cookbooks, ScriptReader read)
    {
        (this.cookbook, this.dependencies, this.read) = (cookbook, dependencies, read);
        var item = new RunListItem(cookbook.Name, SharedNames.Part);
        recipes = new RecipeCompiler(RecipeEntry.OfShared(item, dependencies, cookbooks), read);
        all = [.. cookbook.SharedScripts.Select(cookbook.Files.LogicalPath)
            .Select(path => (Path: path, Bytes: read(path)))
            .Where(script => script.Bytes is not null)
            .Select(script => Parsed(script.Path, DirectiveText.Decode(script.Bytes!)))];
        files = SharedFiles.Of(all, dependencies.Has, Exists);
    }

    /// <summary>What <see cref="Compile"/> found, also when it failed.</summary>
    public IReadOnlyList<ScriptFinding> Findings { get; private set; } = [];

    /// <exception cref="RecipeException">It does not compile; one line for each error.</exception>
    public SharedCode Compile(CancellationToken ct = default)
    {
        RequireNone(files.SelectMany(file => file.Mistakes.Concat(SharedFiles.MissingLoads(file, Exists)))
            .SelectMany(ScriptFinding.Parse)
            .Concat(OfDirectives(isError: true)));
        var mistakes = new List<string>();
        var packages = recipes.PackagesOf(files.SelectMany(file => file.Directives), mistakes);
        RequireNone(mistakes.SelectMany(ScriptFinding.Parse));
        var compilation = recipes.With(WithAliases(Compilation()), packages);
        RequireNone(compilation.GetDiagnostics(ct)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => RecipeCompiler.Position(compilation, error.Location))
            .Select(error => FindingOf(compilation, error))
            .Concat(WordMistakes(compilation, cookbook.Name).SelectMany(ScriptFinding.Parse)));
        return Emitted(compilation, ct) with { Packages = [.. packages.Select(package => package.Id)] };
    }

    private SharedCode Emitted(CSharpCompilation compilation, CancellationToken ct)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: RecipeCompiler.Emitting, cancellationToken: ct);
        RequireNone(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => FindingOf(compilation, error)));
        var warnings = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        var uses = AssemblyContents.UsesOf(assembly.ToArray());
        Findings =
        [
            .. OfDirectives(isError: false),
            .. files.SelectMany(file => file.ScriptOnly),
            .. warnings.Select(warning => FindingOf(compilation, warning)),
        ];
        return Described(compilation) with
        {
            Assembly = assembly.ToArray(),
            Symbols = symbols.ToArray(),
            Uses = uses,
            HasState = AssemblyContents.HasState(assembly.ToArray())
                || dependencies.All.Any(code => code.HasState && uses.Contains(code.Cookbook)),
            Warnings = [.. Findings.Select(finding => finding.ToString())],
        };
    }

    private SharedCode Described(CSharpCompilation compilation) => new(cookbook.Name, [], [])
    {
        Files = [.. files.Select(file => file.Path)],
        Namespaces = [.. Types(compilation).Select(type => NameOf(type.ContainingNamespace)).Distinct()],
        Words = [.. WordsOf(compilation, cookbook.Name)],
    };

    private CSharpCompilation Compilation() => CSharpCompilation.Create(
        SharedNames.AssemblyOf(cookbook.Name),
        files.Select(file => Tree(file.Source, LoadPath.Prefix + file.Path, file.Symbols)).Append(Tree(Head())),
        [.. RecipeCompiler.References.All, .. dependencies.All.Select(RecipeCompiler.References.OfShared)],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Debug,
            deterministic: true,
            specificDiagnosticOptions: RecipeCompiler.Suppressed,
            nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Tree(string source, string path = "", IEnumerable<string>? symbols = null) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(source, Encoding.UTF8), Parsing.WithPreprocessorSymbols(symbols ?? []), path);

    private IEnumerable<string> Namespaces => dependencies
        .NamespacesWith(files.SelectMany(file => SharedFiles.Targets(file, Exists)))
        .Concat(files.Select(file => file.Namespace).OfType<string>())
        .Distinct();

    private CSharpCompilation WithAliases(CSharpCompilation compilation) =>
        compilation.AddSyntaxTrees(Tree(AliasSource(compilation)));

    // What a script can name without more words, and the recipes that see internal members.
    private string Head()
    {
        var head = new StringBuilder();
        foreach (var name in RecipeCompiler.Usings.Concat(Namespaces))
        {
            head.AppendLine($"global using {SharedNames.InSource(name)};");
        }

        head.AppendLine($"global using static {Context};");
        foreach (var recipe in cookbook.Recipes)
        {
            head.AppendLine($"[assembly: InternalsVisibleTo(\"{cookbook.Name}.{recipe}\")]");
        }

        return head.ToString();
    }

    private IEnumerable<ScriptFinding> OfDirectives(bool isError) => files
        .SelectMany(file => file.Directives)
        .Select(DirectiveText.FindingOf)
        .OfType<ScriptFinding>()
        .Where(finding => finding.IsError == isError);

    private ScriptFinding FindingOf(CSharpCompilation compilation, Diagnostic diagnostic)
    {
        var finding = recipes.FindingOf(compilation, diagnostic);
        return MissingName(diagnostic) is { } name && ScriptHint(name) is { } hint
            ? finding with { Hint = finding.Hint is null ? hint : $"{finding.Hint}\n    {hint}" }
            : finding;
    }

    private static string? MissingName(Diagnostic diagnostic) => diagnostic.Id is "CS0103" or "CS0246"
        ? (diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan))?.ToString()
        : null;

    private string? ScriptHint(string name) =>
        all.FirstOrDefault(file => !files.Contains(file) && file.Declared.Contains(name)) is { } script
            ? $"{script.Path} declares {name}, and it has functions or statements, so each recipe compiles it into itself: move {name} to a file that has types only"
            : null;

    private bool Exists(string path) => read(path) is not null;

    private void RequireNone(IEnumerable<ScriptFinding> errors)
    {
        Findings = [.. errors.DistinctBy(error => error.ToString())];
        if (Findings.Count > 0)
        {
            throw new RecipeException(string.Join('\n', Findings));
        }
    }
}
