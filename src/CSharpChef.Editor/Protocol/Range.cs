namespace CSharpChef.Editor.Protocol;

/// <summary>A part of a text; the end is not in it.</summary>
internal sealed record Range(Position Start, Position End)
{
    public static Range Empty { get; } = new(new(0, 0), new(0, 0));
}
