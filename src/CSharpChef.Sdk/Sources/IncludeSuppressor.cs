using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CSharpChef.Sdk.Sources;

/// <summary>
/// Suppresses the warning about a call that is not awaited for the word <c>Include</c>: a recipe need not wait for it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IncludeSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor NotAwaited =
        new("CSHARPCHEF001", "CS4014", "An included recipe ends at once unless it has a barrier.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [NotAwaited];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics.Where(IsOfInclude))
        {
            context.ReportSuppression(Suppression.Create(NotAwaited, diagnostic));
        }
    }

    private static bool IsOfInclude(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetRoot()
        .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
        is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Include" } };
}
