using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments.Records;

/// <summary>What became of a resource in a command. Secrets are masked, as in the log.</summary>
internal sealed record ResourceResult
{
    [Description("The resource, such as file[/etc/motd].")]
    public required string Resource { get; init; }

    [Description("unchanged, changed, skipped, failed or not_run. In a plan, changed says that it would change.")]
    public required string Status { get; init; }

    [Description("The position in the recipe that declares it.")]
    public string? Position { get; init; }

    [Description("What was changed, or would be in a plan.")]
    public IReadOnlyList<string>? Changes { get; init; }

    [Description("How long it took, in milliseconds.")]
    public required int Milliseconds { get; init; }

    [Description("Why it was skipped or failed.")]
    public string? Message { get; init; }
}
