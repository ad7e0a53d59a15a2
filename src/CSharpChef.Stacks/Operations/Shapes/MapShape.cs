namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of an object with keys of the client's choice.</summary>
/// <param name="Keys">The allowed keys; all keys when empty.</param>
internal sealed record MapShape(IReadOnlyList<string> Keys, Shape Value) : Shape
{
    public override string Noun => "an object";

    public int MaxCount { get; init; } = ListShape.DefaultMaxCount;

    /// <summary>The shape of each key.</summary>
    public TextShape Key { get; } = new([]);
}
