using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>
/// Recipes per lifecycle event, each <c>cookbook::recipe</c> or <c>cookbook</c> for its default recipe, in the order
/// they run.
/// </summary>
internal sealed record Recipes
{
    private const int MaxRecipes = 200;

    [Description("Recipes run after an instance has booted.")]
    [Limit(MaxRecipes)]
    public IReadOnlyList<string>? Setup { get; init; }

    [Description("Recipes run on all instances of the stack when an instance enters or leaves online.")]
    [Limit(MaxRecipes)]
    public IReadOnlyList<string>? Configure { get; init; }

    [Description("Recipes run when an app is deployed, and after Setup.")]
    [Limit(MaxRecipes)]
    public IReadOnlyList<string>? Deploy { get; init; }

    [Description("Recipes run when an app is undeployed.")]
    [Limit(MaxRecipes)]
    public IReadOnlyList<string>? Undeploy { get; init; }

    [Description("Recipes run before an instance stops.")]
    [Limit(MaxRecipes)]
    public IReadOnlyList<string>? Shutdown { get; init; }

    public static readonly Recipes None = new()
    {
        Setup = [],
        Configure = [],
        Deploy = [],
        Undeploy = [],
        Shutdown = []
    };

    /// <summary>Returns the current lists with these applied; lists that are null keep their current value.</summary>
    public Recipes MergeInto(Recipes current) => new()
    {
        Setup = Setup ?? current.Setup,
        Configure = Configure ?? current.Configure,
        Deploy = Deploy ?? current.Deploy,
        Undeploy = Undeploy ?? current.Undeploy,
        Shutdown = Shutdown ?? current.Shutdown,
    };
}
