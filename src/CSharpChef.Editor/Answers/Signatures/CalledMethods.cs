using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Editor.Answers.Signatures;

/// <summary>The call that a position is in, and what it may call.</summary>
/// <param name="Methods">The overloads.</param>
/// <param name="Called">The one that fits what is written; null when none does yet.</param>
/// <param name="Separators">The positions of the commas.</param>
/// <param name="Names">The names of the arguments that have one, by their number.</param>
internal sealed record CalledMethods(
    IReadOnlyList<ISymbol> Methods,
    ISymbol? Called,
    IReadOnlyList<int> Separators,
    IReadOnlyDictionary<int, string> Names)
{
    /// <summary>The innermost call; null when the position is in none.</summary>
    public static CalledMethods? At(SyntaxNode root, SemanticModel model, int position) => root
        .FindToken(Math.Max(position - 1, 0)).Parent?.AncestorsAndSelf()
        .OfType<BaseArgumentListSyntax>()
        .Where(list => IsIn(list, position))
        .Select(list => Of(list, model, position))
        .FirstOrDefault(call => call?.Methods.Count > 0);

    private static bool IsIn(BaseArgumentListSyntax list, int position)
    {
        var (open, close) = list switch
        {
            ArgumentListSyntax arguments => (arguments.OpenParenToken, arguments.CloseParenToken),
            BracketedArgumentListSyntax arguments => (arguments.OpenBracketToken, arguments.CloseBracketToken),
            _ => default,
        };
        return position >= open.Span.End && (close.IsMissing || position <= close.SpanStart);
    }

    private static CalledMethods? Of(BaseArgumentListSyntax list, SemanticModel model, int position)
    {
        var methods = list.Parent switch
        {
            InvocationExpressionSyntax call => OfCall(call, model),
            BaseObjectCreationExpressionSyntax made =>
                (model.GetTypeInfo(made).Type as INamedTypeSymbol)?.InstanceConstructors,
            ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax =>
                (model.GetSymbolInfo(list.Parent) is var info
                    ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault()
                    : null)?.ContainingType.InstanceConstructors,
            ElementAccessExpressionSyntax access => model.GetTypeInfo(access.Expression).Type?
                .GetMembers().OfType<IPropertySymbol>().Where(member => member.IsIndexer),
            _ => (IEnumerable<ISymbol>?)null,
        };
        return methods is null ? null : new CalledMethods(
            [.. methods.Where(method => model.IsAccessible(position, method))],
            model.GetSymbolInfo(list.Parent!).Symbol,
            [.. list.Arguments.GetSeparators().Select(comma => comma.SpanStart)],
            list.Arguments.Index().Where(each => each.Item.NameColon is not null)
                .ToDictionary(each => each.Index, each => each.Item.NameColon!.Name.Identifier.ValueText));
    }

    private static IEnumerable<ISymbol> OfCall(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetMemberGroup(call.Expression) is { IsEmpty: false } group ? group
        : model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke]
        : [];
}
