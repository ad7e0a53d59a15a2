using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// How scripts are parsed, and what they can name without more words. CSharpChef.Sdk has this file too.
internal sealed partial class RecipeCompiler
{
    // Without System.IO: its File and Directory are functions of the recipe language.
    internal static IReadOnlyList<string> Usings { get; } =
    [
        "System", "System.Collections.Generic", "System.ComponentModel.DataAnnotations", "System.Linq",
        "System.Runtime.CompilerServices", "System.Text", "System.Text.Json", "System.Threading.Tasks", "CSharpChef.Recipes",
    ];

    /// <summary>The namespace of steps. Scripts of <c>resources/</c> use it: no recipe needs a step.</summary>
    internal const string StepNamespace = "CSharpChef.Recipes.Steps";

    // The feature is what makes #: a directive.
    internal static CSharpParseOptions Parsing { get; } =
        new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script)
            .WithFeatures([new("FileBasedProgram", "true")]);

    /// <summary>The names that a member of a script declares.</summary>
    public static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(each => each.Identifier.ValueText),
        _ => [],
    };
}
