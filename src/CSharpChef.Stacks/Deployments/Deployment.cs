using System.Text.Json.Serialization;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Operations.Shapes;
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

    /// <summary>The address from which it was started.</summary>
    [Hidden(IsLogged = true)]
    public string? StartedFrom { get; init; }

    /// <summary>True when its commands only say what they would change.</summary>
    [Hidden(IsLogged = true)]
    public bool IsPlan { get; init; }

    /// <summary>The seconds for which each of its commands may run; null for the usual time.</summary>
    [Hidden]
    public int? TimeLimit { get; init; }

    /// <summary>The command that this deployment repeats; null for a new one.</summary>
    [Hidden(IsLogged = true)]
    public string? RetryOf { get; init; }

    /// <summary>
    /// What it ran, as it was when the deployment was made; null in a deployment of an earlier release.
    /// </summary>
    [Hidden]
    public DeploymentSnapshot? Snapshot { get; init; }

    /// <summary>The app that the deployment undeploys because it was deleted, without its secrets; else null.</summary>
    [Hidden]
    public App? DeletedApp { get; init; }

    public string Id => DeploymentId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => AppId is null ? [StackId] : [StackId, AppId];
}
