namespace CSharpChef.Recipes;

/// <summary>The processors of a node.</summary>
public sealed class Cpu
{
    internal Cpu(Facts facts) => Facts = facts;

    /// <summary>The number of logical processors.</summary>
    public int Count => (int)Facts.Number("cpu.count");

    /// <summary>The model of the first processor; empty when the kernel does not report one.</summary>
    public string Model => Facts.Text("cpu.model");

    internal Facts Facts { get; }
}
