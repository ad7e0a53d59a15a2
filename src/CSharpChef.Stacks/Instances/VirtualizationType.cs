namespace CSharpChef.Stacks;

internal enum VirtualizationType
{
    Paravirtual,
    Hvm,
}
