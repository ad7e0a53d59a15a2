namespace CSharpChef.Recipes;

/// <summary>A stack as a recipe on a server sees it.</summary>
/// <param name="Name">The name of the stack.</param>
public sealed record StackInfo(string Name)
{
    /// <summary>The id of the stack.</summary>
    public string Id { get; init; } = "";

    /// <summary>The ARN of the stack.</summary>
    public string Arn { get; init; } = "";

    /// <summary>The region of the stack.</summary>
    public string Region { get; init; } = "";

    /// <summary>The id of its virtual network; null without one.</summary>
    public string? VpcId { get; init; }

    /// <summary>Whether the stack has cookbooks of its own.</summary>
    public bool UsesCustomCookbooks { get; init; }

    /// <summary>The source of its cookbooks, without password and key; null when it has none.</summary>
    public SourceInfo? CookbooksSource { get; init; }

    /// <summary>The users who may log in to the machines of the stack.</summary>
    public IReadOnlyList<UserInfo> Users { get; init; } = [];

    /// <summary>The databases that are registered with the stack.</summary>
    public IReadOnlyList<DatabaseInfo> Databases { get; init; } = [];

    /// <summary>The load balancers of its layers.</summary>
    public IReadOnlyList<LoadBalancerInfo> LoadBalancers { get; init; } = [];

    /// <summary>The ECS clusters that are registered with the stack.</summary>
    public IReadOnlyList<EcsClusterInfo> EcsClusters { get; init; } = [];
}
