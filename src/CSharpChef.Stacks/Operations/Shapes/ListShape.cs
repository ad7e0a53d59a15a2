namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of a list.</summary>
internal sealed record ListShape(Shape Item) : Shape
{
    public const int DefaultMaxCount = 1000;

    public override string Noun => "a list";

    public int MaxCount { get; init; } = DefaultMaxCount;
}
