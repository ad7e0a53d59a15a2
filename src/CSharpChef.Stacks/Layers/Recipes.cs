using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>
/// Recipes per lifecycle event, each <c>cookbook::recipe</c> or <c>cookbook</c> for its default recipe, in the order
/// they run.
/// </summary>
internal sealed record Recipes
{
    [Description("When an instance has booted.")]
    public IReadOnlyList<string>? Setup { get; init; }

    [Description("When an instance enters or leaves online, on all instances of the stack.")]
    public IReadOnlyList<string>? Configure { get; init; }

    [Description("When an app is deployed, and after Setup.")]
    public IReadOnlyList<string>? Deploy { get; init; }

    [Description("When an app is removed.")]
    public IReadOnlyList<string>? Undeploy { get; init; }

    [Description("Before an instance stops.")]
    public IReadOnlyList<string>? Shutdown { get; init; }

    public static readonly Recipes None = new()
    {
        Setup =
        [],
        Configure = [],
        Deploy = [],
        Undeploy = [],
        Shutdown = []
    };

    /// <summary>The lists that are given, over those below.</summary>
    public Recipes MergeInto(Recipes below) => new()
    {
        Setup = Setup ?? below.Setup,
        Configure = Configure ?? below.Configure,
        Deploy = Deploy ?? below.Deploy,
        Undeploy = Undeploy ?? below.Undeploy,
        Shutdown = Shutdown ?? below.Shutdown,
    };
}
