namespace CSharpChef.Stacks.Operations.Shapes;

/// <param name="Words">When not empty, the only texts allowed.</param>
internal sealed record TextShape(IReadOnlyList<string> Words) : Shape
{
    public override string Noun => "text";

    /// <summary>It is told by nobody, and shown to nobody.</summary>
    public bool IsSecret { get; init; }
}
