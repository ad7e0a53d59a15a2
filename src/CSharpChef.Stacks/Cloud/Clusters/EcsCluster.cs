using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Cloud.Clusters;

/// <summary>An ECS cluster registered with a stack; a stack has at most one.</summary>
internal sealed record EcsCluster : IDocument
{
    public static string Kind => "cluster";

    public static string Noun => "ECS cluster";

    [JsonIgnore]
    public int Version { get; set; }

    public required string EcsClusterArn { get; init; }

    public required string EcsClusterName { get; init; }

    public required string StackId { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public string Id => EcsClusterArn;

    public string? OwnerStack => StackId;

    public IEnumerable<UniqueName> Names =>
        [new($"cluster/{StackId}", "one", $"The stack {StackId} already has an ECS cluster: deregister it first.")];
}
