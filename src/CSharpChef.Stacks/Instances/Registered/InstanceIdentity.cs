using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

internal sealed record InstanceIdentity
{
    [Description("The document, as text.")]
    public string? Document { get; init; }

    [Description("Its signature.")]
    public string? Signature { get; init; }
}
