namespace CSharpChef.Recipes;

/// <summary>The memory of a node, in bytes.</summary>
public sealed class Memory
{
    internal Memory(Facts facts) => Facts = facts;

    /// <summary>All memory, in bytes.</summary>
    public long Total => Facts.Number("memory.total");

    /// <summary>All swap space, in bytes.</summary>
    public long Swap => Facts.Number("memory.swap");

    internal Facts Facts { get; }
}
