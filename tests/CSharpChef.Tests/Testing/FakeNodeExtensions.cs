using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

internal static class FakeNodeExtensions
{
    public static IReadOnlyList<ActionResult> Converge(this FakeNode node, Action<RecipeContext> recipe) =>
        node.Execute(PlanOf.Recipe(recipe), ConvergeMode.Converge);

    public static IReadOnlyList<ActionResult> Plan(this FakeNode node, Action<RecipeContext> recipe) =>
        node.Execute(PlanOf.Recipe(recipe), ConvergeMode.Plan);

    /// <summary>
    /// Executes a step and returns its changes. Asserts that a plan before it reports the same changes and makes none,
    /// and that a second execution changes nothing unless <paramref name="always"/>.
    /// </summary>
    public static string[] Does(this FakeNode node, Step step, bool always = false)
    {
        var plan = PlanOf.Steps(step);
        var planned = Assert.Single(node.Execute(plan, ConvergeMode.Plan));
        var planAgain = Assert.Single(node.Execute(plan, ConvergeMode.Plan));
        var done = Assert.Single(node.Execute(plan, ConvergeMode.Converge));
        Assert.NotEqual(ResultStatus.Failed, done.Status);
        Assert.Equal(planned.Changes, planAgain.Changes);
        Assert.Equal(planned.Changes, done.Changes);
        Assert.Equal(planned.Status, done.Status);
        if (!always)
        {
            Assert.Equal(ResultStatus.Unchanged, Assert.Single(node.Execute(plan, ConvergeMode.Converge)).Status);
        }

        return [.. done.Changes];
    }

    /// <summary>Executes a step that must fail, and returns the reason of its failure.</summary>
    public static string Fails(this FakeNode node, Step step)
    {
        var result = Assert.Single(node.Execute(PlanOf.Steps(step), ConvergeMode.Converge));
        Assert.Equal(ResultStatus.Failed, result.Status);
        return result.Reason!;
    }
}
