namespace CSharpChef.Recipes;

/// <summary>The memory of a node, in bytes.</summary>
public sealed class Memory
{
    private readonly Facts facts;

    internal Memory(Facts facts) => this.facts = facts;

    /// <summary>All memory, in bytes.</summary>
    public long Total => facts.Number("memory.total");

    /// <summary>All swap space, in bytes.</summary>
    public long Swap => facts.Number("memory.swap");
}
