using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Sdk.Sources;

/// <summary>
/// The source generator that adds to a script, as an ordinary C# program, what a run adds to it: the words of the
/// recipe language, the shared code of cookbooks and the words of its resources.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecipeGenerator : IIncrementalGenerator
{
    private const string ScriptKey = "build_property.CSharpChefScript";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var scripts = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, ct) => ScriptText.Of(pair.Left, pair.Right, ct)!)
            .Where(script => script is not null)
            .Collect();
        var entry = context.AnalyzerConfigOptionsProvider.Select((options, _) =>
            options.GlobalOptions.TryGetValue(ScriptKey, out var path) ? path : "");
        context.RegisterSourceOutput(entry, (output, path) => Add(output, "Run", RunSource.Of(path)));
        context.RegisterSourceOutput(
            scripts.Combine(entry).Combine(context.MetadataReferencesProvider.Collect()),
            (output, input) => Add(output, new(input.Left.Right, input.Left.Left, input.Right)));
        context.RegisterSourceOutput(
            scripts, (output, all) => all.Select((script, i) => (script, i)).ToList()
                .ForEach(each => Add(output, $"Script{each.i}", $"#nullable enable\n{each.script.Source}")));
    }

    private static void Add(SourceProductionContext output, CookbookSources sources)
    {
        Add(output, "Usings", sources.Usings());
        Add(output, "Words", sources.Words());
    }

    private static void Add(SourceProductionContext output, string name, string source) =>
        output.AddSource($"{name}.g.cs", SourceText.From(source, Encoding.UTF8));
}
