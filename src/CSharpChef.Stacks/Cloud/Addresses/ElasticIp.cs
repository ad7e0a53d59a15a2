using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Cloud.Addresses;

/// <summary>
/// A static IP address registered with a stack. Its routing is managed elsewhere; only its assignment is stored here.
/// </summary>
internal sealed record ElasticIp : IDocument
{
    public static string Kind => "elastic-ip";

    public static string Noun => "elastic IP";

    [JsonIgnore]
    public int Version { get; set; }

    public required string Ip { get; init; }

    public string? Name { get; init; }

    public string? Domain { get; init; }

    public string? Region { get; init; }

    public string? InstanceId { get; init; }

    [Hidden]
    public required string StackId { get; init; }

    public string Id => Ip;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => InstanceId is null ? [StackId] : [StackId, InstanceId];
}
