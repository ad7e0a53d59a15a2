using System.Diagnostics.CodeAnalysis;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Sdk.Sources;
using CSharpChef.Sdk.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Tests.Sdk;

/// <summary>The scripts of a cookbook, compiled as ordinary C# programs with what the source generator adds.</summary>
internal sealed class OrdinaryProgram
{
    private static readonly CSharpParseOptions Parsing =
        new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("FileBasedProgram", "true")]);

    private GeneratorDriver driver;

    /// <param name="recipe">A recipe of the cookbook.</param>
    /// <param name="included">Other scripts of the cookbook that it includes.</param>
    public OrdinaryProgram(string recipe, params string[] included)
    {
        var cookbook = CookbookOfScript.Of(recipe, CookbookCache.Default())!;
        var scripts = cookbook.Shared(_ => { }).Concat(included.Select(cookbook.Script))
            .Select(script => new Script(script));
        driver = CSharpGeneratorDriver.Create(
            [new RecipeGenerator().AsSourceGenerator()],
            scripts,
            Parsing,
            new Options(new() { ["build_property.CSharpChefScript"] = cookbook.Script(recipe).Path }));
    }

    public IReadOnlyList<string> ErrorsOf(string recipe) =>
        [.. Compilation(recipe).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => error.ToString())];

    public Compilation Compilation(string recipe)
    {
        var compilation = CSharpCompilation.Create(
            "recipe",
            [CSharpSyntaxTree.ParseText(File.ReadAllText(recipe), Parsing, recipe)],
            RecipeCompiler.References.All,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        return complete;
    }

    private sealed class Script(CookbookScript script) : AdditionalText
    {
        public string LogicalPath => script.Path;

        public override string Path => script.File;

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(File.ReadAllText(script.File));
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
            new() { ["build_metadata.AdditionalFiles.CSharpChefPath"] = ((Script)textFile).LogicalPath });

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
