using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

internal sealed record InstanceIdentity
{
    [Description("The identity document.")]
    [Limit(Limits.KeyBytes)]
    [Multiline]
    public string? Document { get; init; }

    [Description("The document's signature.")]
    [Limit(Limits.KeyBytes)]
    [Multiline]
    public string? Signature { get; init; }
}
