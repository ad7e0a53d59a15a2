using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

/// <summary>A request with only an id.</summary>
internal sealed record VolumeRequest
{
    [Description("The volume.")]
    public required string VolumeId { get; init; }
}
