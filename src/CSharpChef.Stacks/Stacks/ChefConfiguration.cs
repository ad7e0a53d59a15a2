using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

internal sealed record ChefConfiguration
{
    [Description("Stored but not used: cookbooks name their dependencies in cookbook.json.")]
    public bool? ManageBerkshelf { get; init; }

    [Description("Stored but not used.")]
    public string? BerkshelfVersion { get; init; }
}
