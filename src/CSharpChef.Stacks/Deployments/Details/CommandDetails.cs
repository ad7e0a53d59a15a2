using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments.Details;

/// <summary>A command with what OpsWorks did not tell of it.</summary>
internal sealed record CommandDetails
{
    public required string CommandId { get; init; }

    public required string InstanceId { get; init; }

    [Description("The hostname of the instance; absent when it was deleted.")]
    public string? Hostname { get; init; }

    public string? DeploymentId { get; init; }

    [Description("The name of the command. That of a plan begins with plan_, and changes nothing.")]
    public required string Type { get; init; }

    public required CommandStatus Status { get; init; }

    [Description("What it waits for; absent once it has begun.")]
    public CommandWait? Waiting { get; init; }

    [Description("How it ended, as a sentence.")]
    public string? Ending { get; init; }

    public int? ExitCode { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    [Description("Who started it: the ARN of a user, or a part of the server such as system:instances.")]
    public string? StartedBy { get; init; }

    [Description("The address from which it was started.")]
    public string? StartedFrom { get; init; }

    [Description("Who cancelled it.")]
    public string? CancelledBy { get; init; }

    [Description("The command that it repeats.")]
    public string? RetryOf { get; init; }

    [Description("The seconds for which it may run, where the deployment says so.")]
    public int? TimeLimit { get; init; }

    [Description("The recipes of execute_recipes.")]
    public IReadOnlyList<string>? Recipes { get; init; }

    public static CommandDetails Of(Command command) => new()
    {
        CommandId = command.CommandId,
        InstanceId = command.InstanceId,
        Hostname = command.Hostname,
        DeploymentId = command.DeploymentId,
        Type = command.Type,
        Status = command.Status,
        Waiting = command.Wait,
        Ending = command.Ending,
        ExitCode = command.ExitCode,
        CreatedAt = command.CreatedAt,
        AcknowledgedAt = command.AcknowledgedAt,
        CompletedAt = command.CompletedAt,
        StartedBy = command.StartedBy,
        StartedFrom = command.StartedFrom,
        CancelledBy = command.CancelledBy,
        RetryOf = command.RetryOf,
        TimeLimit = command.TimeLimit,
        Recipes = command.Recipes,
    };
}
