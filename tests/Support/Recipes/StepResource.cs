using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>A resource that consists of the given steps.</summary>
internal sealed class StepResource(params Step[] steps) : Resource("it's one")
{
    public ResourceAction Create => Act(_ => steps);

    /// <summary>Plans resources with the real planner.</summary>
    public static ConvergePlan Plan(FakeNode machine, params Resource[] resources) => Plan(machine, [], resources);

    /// <summary>Plans resources, and notifications of others before a barrier.</summary>
    public static ConvergePlan Plan(FakeNode machine, LateNotification[] late, Resource[] resources) => Planner.Plan(
        new ResourceCollection(resources, new SecretTexts()) { Late = late }, NodeOf(machine), [], final: true);

    public static Node NodeOf(FakeNode machine) => new("it", new Facts(machine.Facts), NodeAttributes.None);

    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
}
