using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

internal sealed record ChefVersion
{
    [Description("Always Chef.")]
    public string? Name { get; init; }

    [Description("The Chef version: 12, 11.10 or 11.4.")]
    public string? Version { get; init; }
}
