namespace CSharpChef.Stacks.Operations;

/// <summary>No member goes in, or none comes out.</summary>
internal sealed record Empty
{
    public static readonly Empty Value = new();
}
