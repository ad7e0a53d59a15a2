namespace CSharpChef.Recipes;

/// <summary>The kernel of a node.</summary>
public sealed class Kernel
{
    private readonly Facts facts;

    internal Kernel(Facts facts) => this.facts = facts;

    /// <summary>The kernel's name, <c>Linux</c>.</summary>
    public string Name => facts.Text("kernel.name");

    /// <summary>The release of the kernel, as <c>uname -r</c> prints it.</summary>
    public string Release => facts.Text("kernel.release");
}
