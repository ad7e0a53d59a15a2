namespace CSharpChef.Stacks.Operations;

/// <summary>No member goes in, or none comes out.</summary>
internal sealed record Nothing
{
    public static readonly Nothing Here = new();
}
