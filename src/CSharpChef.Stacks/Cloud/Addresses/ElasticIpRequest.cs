using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

/// <summary>A request with only an id.</summary>
internal sealed record ElasticIpRequest
{
    [Description("The IP address.")]
    public required string ElasticIp { get; init; }
}
