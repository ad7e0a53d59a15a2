namespace CSharpChef.Stacks.Instances;

internal enum VirtualizationType
{
    Paravirtual,
    Hvm,
}
