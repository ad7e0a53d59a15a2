namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of a text.</summary>
/// <param name="Words">The allowed texts; all texts when empty.</param>
internal sealed record TextShape(IReadOnlyList<string> Words) : Shape
{
    public override string Noun => "text";

    /// <summary>True for a secret, which is written but never shown.</summary>
    public bool IsSecret { get; init; }
}
