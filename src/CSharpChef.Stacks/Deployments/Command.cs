using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Deployments;

/// <summary>The part of a deployment on one instance, or another command for it.</summary>
internal sealed record Command : IDocument
{
    public static string Kind => "command";

    public static string Noun => "command";

    [JsonIgnore]
    public int Version { get; set; }

    public required string CommandId { get; init; }

    public required string InstanceId { get; init; }

    public string? DeploymentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public required CommandStatus Status { get; init; }

    public int? ExitCode { get; init; }

    public string? LogUrl { get; init; }

    /// <summary>The name of the command, also one that only the server starts, such as shutdown.</summary>
    public required string Type { get; init; }

    [Hidden]
    public required string StackId { get; init; }

    public string Id => CommandId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder =>
        DeploymentId is null ? [StackId, InstanceId] : [StackId, InstanceId, DeploymentId];
}
