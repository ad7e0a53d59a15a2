using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Answers.Signatures;

/// <summary>The parameters of the call that a position is in.</summary>
internal static class SignatureAnswers
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithParameterOptions(SymbolDisplayParameterOptions.None)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType);

    private static readonly SymbolDisplayFormat ParameterFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static async Task<SignatureHelp?> AtAsync(BoundScript script, Position position, CancellationToken ct)
    {
        var offset = script.PositionOf(position);
        var root = await script.Document.GetSyntaxRootAsync(ct);
        var model = await script.Document.GetSemanticModelAsync(ct);
        return CalledMethods.At(root!, model!, offset) is { } call ? HelpOf(call, offset) : null;
    }

    private static SignatureHelp HelpOf(CalledMethods call, int offset)
    {
        var argument = call.Separators.Count(comma => comma < offset);
        var methods = call.Methods.OrderBy(method => Parameters.Written(method).Count).ToList();
        var active = methods.FindIndex(method => SymbolEqualityComparer.Default.Equals(method, call.Called));
        active = active >= 0 ? active : methods.FindIndex(method => Parameters.Written(method).Count > argument);
        var parameters = Parameters.Written(methods[Math.Max(active, 0)]);
        var named = call.Names.TryGetValue(argument, out var name)
            ? parameters.ToList().FindIndex(parameter => parameter.Name == name)
            : -1;
        return new SignatureHelp([.. methods.Select(Signature)], Math.Max(active, 0), named >= 0 ? named : argument);
    }

    private static SignatureHelp.Signature Signature(ISymbol method)
    {
        var parameters = Parameters.Written(method).Select(parameter => new SignatureHelp.Parameter(
            parameter.ToDisplayString(ParameterFormat))
        {
            Documentation = DocumentationText.OfParameter(method, parameter.Name) is { } text
                ? MarkupContent.Markdown(text)
                : null,
        }).ToList();
        var (open, close) = method is IPropertySymbol ? ("[", "]") : ("(", ")");
        var name = method is IPropertySymbol property
            ? $"{property.Type.ToDisplayString(Format)} {property.ContainingType.Name}"
            : method.ToDisplayString(Format);
        return new SignatureHelp.Signature(
            $"{name}{open}{string.Join(", ", parameters.Select(parameter => parameter.Label))}{close}", parameters)
        {
            Documentation = DocumentationText.Of(method) is { } text ? MarkupContent.Markdown(text) : null,
        };
    }
}
