using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Deployments;

/// <summary>One request to run a command on a stack's instances. Its part on each instance is a Command.</summary>
internal sealed record Deployment : IDocument
{
    public static string Kind => "deployment";

    public static string Noun => "deployment";

    [JsonIgnore]
    public int Version { get; set; }

    public required string DeploymentId { get; init; }

    public required string StackId { get; init; }

    public string? AppId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public int? Duration { get; init; }

    public string? IamUserArn { get; init; }

    public string? Comment { get; init; }

    public required DeploymentCommand Command { get; init; }

    public required DeploymentStatus Status { get; init; }

    public string? CustomJson { get; init; }

    public required IReadOnlyList<string> InstanceIds { get; init; }

    public string Id => DeploymentId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => AppId is null ? [StackId] : [StackId, AppId];
}
