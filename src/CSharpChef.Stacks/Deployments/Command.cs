using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Deployments;

/// <summary>The part of a deployment on one instance, or another command for it.</summary>
internal sealed record Command : IDocument
{
    private const string PlanMark = "plan_";

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

    /// <summary>
    /// The name of the command, also one that only the server starts, such as shutdown; that of a plan begins with
    /// <c>plan_</c>, so that nobody takes a plan of a Setup for a Setup.
    /// </summary>
    public required string Type { get; init; }

    [Hidden]
    public required string StackId { get; init; }

    /// <summary>Who started it: the ARN of a user, or a part of the server such as <c>system:instances</c>.</summary>
    [Hidden(IsLogged = true)]
    public string? StartedBy { get; init; }

    /// <summary>The address from which it was started; null for a part of the server.</summary>
    [Hidden(IsLogged = true)]
    public string? StartedFrom { get; init; }

    /// <summary>The command that this one repeats; null for a new one.</summary>
    [Hidden(IsLogged = true)]
    public string? RetryOf { get; init; }

    /// <summary>The seconds for which it may run; null for the usual time.</summary>
    [Hidden]
    public int? TimeLimit { get; init; }

    /// <summary>The recipes of execute_recipes; null for those of the layers.</summary>
    [Hidden]
    public IReadOnlyList<string>? Recipes { get; init; }

    /// <summary>The layers that the command adds or removes; null for other commands. Only their recipes run.</summary>
    [Hidden]
    public IReadOnlyList<string>? LayerIds { get; init; }

    /// <summary>The newest program that was sent to the machine; null before the first.</summary>
    [Hidden]
    public CommandPart? Part { get; init; }

    /// <summary>When a command that still waits is given up.</summary>
    [Hidden]
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Who asked for the command to be cancelled; null while nobody has.</summary>
    [Hidden(IsLogged = true)]
    public string? CancelledBy { get; init; }

    /// <summary>How it ended, as a sentence; null before.</summary>
    [Hidden(IsLogged = true)]
    public string? Ending { get; init; }

    /// <summary>What a waiting command waits for, where an answer has it.</summary>
    [JsonIgnore]
    public CommandWait? Wait { get; init; }

    /// <summary>The hostname of the instance, where an answer has it.</summary>
    [JsonIgnore]
    public string? Hostname { get; init; }

    /// <summary>True for a command that says what it would change, and changes nothing.</summary>
    public bool IsPlan => Type.StartsWith(PlanMark, StringComparison.Ordinal);

    /// <summary>The name of the command whose recipes it runs or plans.</summary>
    public string Event => IsPlan ? Type[PlanMark.Length..] : Type;

    public string Id => CommandId;

    public string? OwnerStack => StackId;

    // Those that have not ended are also listed alone, so that a queue is read without its past.
    public IEnumerable<string> ListedUnder =>
    [
        StackId,
        InstanceId,
        .. DeploymentId is null ? Array.Empty<string>() : [DeploymentId],
        .. Status == CommandStatus.Pending ? [QueueOf(InstanceId)] : Array.Empty<string>(),
    ];

    /// <summary>The type of the plan of a command.</summary>
    public static string PlanOf(string name) => $"{PlanMark}{name}";

    /// <summary>The owner under which the commands of an instance are listed that have not ended.</summary>
    public static string QueueOf(string instance) => $"{instance}/queue";
}
