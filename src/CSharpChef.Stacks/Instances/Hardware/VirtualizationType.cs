namespace CSharpChef.Stacks.Instances.Hardware;

internal enum VirtualizationType
{
    Paravirtual,
    Hvm,
}
