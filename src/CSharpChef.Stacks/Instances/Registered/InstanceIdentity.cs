using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

internal sealed record InstanceIdentity
{
    [Says("The document, as text.")]
    public string? Document { get; init; }

    [Says("Its signature.")]
    public string? Signature { get; init; }
}
