using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

/// <summary>What a deployment ran, as it was when it was made. URLs have no secrets.</summary>
internal sealed record DeploymentSnapshot
{
    [Description("The URL of the stack's cookbooks.")]
    public string? CookbooksUrl { get; init; }

    [Description("The branch, tag or commit that the source of the cookbooks named.")]
    public string? CookbooksRevision { get; init; }

    [Description("The name of the app.")]
    public string? AppName { get; init; }

    [Description("The URL of the app's code.")]
    public string? AppUrl { get; init; }

    [Description("The branch, tag or commit that the source of the app named.")]
    public string? AppRevision { get; init; }

    [Description("The custom JSON of the stack.")]
    public string? StackCustomJson { get; init; }

    [Description("The instances.")]
    public IReadOnlyList<DeployedInstance>? Instances { get; init; }
}
