namespace CSharpChef.Recipes;

/// <summary>An ECS cluster that is registered with a stack.</summary>
/// <param name="Name">The name of the cluster.</param>
public sealed record EcsClusterInfo(string Name)
{
    /// <summary>The ARN of the cluster.</summary>
    public string Arn { get; init; } = "";
}
