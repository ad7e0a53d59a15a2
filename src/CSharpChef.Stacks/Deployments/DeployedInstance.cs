namespace CSharpChef.Stacks.Deployments;

/// <summary>An instance as it was when a deployment was made.</summary>
internal sealed record DeployedInstance
{
    public required string InstanceId { get; init; }

    public string? Hostname { get; init; }

    public IReadOnlyList<string>? LayerIds { get; init; }
}
