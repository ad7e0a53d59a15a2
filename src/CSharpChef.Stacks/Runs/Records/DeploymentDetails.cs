using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Runs.Records;

/// <summary>A deployment with a snapshot of what it ran.</summary>
internal sealed record DeploymentDetails
{
    public required string DeploymentId { get; init; }

    public required string StackId { get; init; }

    public string? AppId { get; init; }

    public required DeploymentCommand Command { get; init; }

    [Description("True when its commands only say what they would change.")]
    public bool? Plan { get; init; }

    public required DeploymentStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public int? Duration { get; init; }

    public string? IamUserArn { get; init; }

    [Description("The address from which it was started.")]
    public string? StartedFrom { get; init; }

    [Description("The command that it repeats.")]
    public string? RetryOf { get; init; }

    [Description("The seconds for which each of its commands may run, where the request said so.")]
    public int? TimeLimit { get; init; }

    public string? Comment { get; init; }

    public string? CustomJson { get; init; }

    [Description("What it ran, as it was when it was made.")]
    public DeploymentSnapshot? Snapshot { get; init; }

    [Description("The states of the cookbooks that its commands ran: commits, or the SHA-256 of an archive or folder.")]
    public IReadOnlyList<string>? CookbooksStates { get; init; }

    [Description("The recipes that its commands ran.")]
    public IReadOnlyList<string>? Recipes { get; init; }

    public static DeploymentDetails Of(Deployment deployment) => new()
    {
        DeploymentId = deployment.DeploymentId,
        StackId = deployment.StackId,
        AppId = deployment.AppId,
        Command = deployment.Command,
        Plan = deployment.IsPlan ? true : null,
        Status = deployment.Status,
        CreatedAt = deployment.CreatedAt,
        CompletedAt = deployment.CompletedAt,
        Duration = deployment.Duration,
        IamUserArn = deployment.IamUserArn,
        StartedFrom = deployment.StartedFrom,
        RetryOf = deployment.RetryOf,
        TimeLimit = deployment.TimeLimit,
        Comment = deployment.Comment,
        CustomJson = deployment.CustomJson,
        Snapshot = deployment.Snapshot,
    };
}
