namespace CSharpChef.Stacks.Operations;

/// <summary>An empty request or response.</summary>
internal sealed record Empty
{
    public static readonly Empty Value = new();
}
