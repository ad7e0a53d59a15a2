using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

internal sealed record InstanceIdentity
{
    [Description("The identity document.")]
    public string? Document { get; init; }

    [Description("The document's signature.")]
    public string? Signature { get; init; }
}
