namespace CSharpChef.Recipes;

/// <summary>The kernel of a node.</summary>
public sealed class Kernel
{
    internal Kernel(Facts facts) => Facts = facts;

    /// <summary>The kernel's name, <c>Linux</c>.</summary>
    public string Name => Facts.Text("kernel.name");

    /// <summary>The release of the kernel, as <c>uname -r</c> prints it.</summary>
    public string Release => Facts.Text("kernel.release");

    internal Facts Facts { get; }
}
