namespace CSharpChef.Editor.Protocol;

internal sealed record SignatureHelp(
    IReadOnlyList<SignatureHelp.Signature> Signatures, int ActiveSignature, int ActiveParameter)
{
    internal sealed record Signature(string Label, IReadOnlyList<Parameter> Parameters)
    {
        public MarkupContent? Documentation { get; init; }
    }

    internal sealed record Parameter(string Label)
    {
        public MarkupContent? Documentation { get; init; }
    }
}
