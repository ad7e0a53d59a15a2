namespace CSharpChef.Recipes;

/// <summary>The processors of a node.</summary>
public sealed class Cpu
{
    private readonly Facts facts;

    internal Cpu(Facts facts) => this.facts = facts;

    /// <summary>The number of logical processors.</summary>
    public int Count => (int)facts.Number("cpu.count");

    /// <summary>The model of the first processor; empty when the kernel does not report one.</summary>
    public string Model => facts.Text("cpu.model");
}
