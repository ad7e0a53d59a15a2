using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

internal sealed record ChefConfiguration
{
    [Description("Kept for clients that send it; cookbooks here name their dependencies in cookbook.json.")]
    public bool? ManageBerkshelf { get; init; }

    [Description("Kept for clients that send it.")]
    public string? BerkshelfVersion { get; init; }
}
