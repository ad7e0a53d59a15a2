using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Cloud.Balancers;

/// <summary>A load balancer of a layer. It is managed elsewhere; only its assignment is stored here.</summary>
internal sealed record ElasticLoadBalancer : IDocument
{
    public static string Kind => "balancer";

    public static string Noun => "load balancer";

    [JsonIgnore]
    public int Version { get; set; }

    public required string ElasticLoadBalancerName { get; init; }

    public string? Region { get; init; }

    public string? DnsName { get; init; }

    public required string StackId { get; init; }

    public required string LayerId { get; init; }

    public string? VpcId { get; init; }

    public IReadOnlyList<string> AvailabilityZones { get; init; } = [];

    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    public IReadOnlyList<string> Ec2InstanceIds { get; init; } = [];

    public string Id => ElasticLoadBalancerName;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => [StackId, LayerId];
}
