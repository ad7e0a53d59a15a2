using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate;

/// <summary>Runs recipes in this process, whose user therefore trusts them.</summary>
internal sealed class InProcessEvaluator(RecipeLibrary recipes) : IEvaluator
{
    public Task<IEvaluation> StartAsync(
        IReadOnlyList<RunListItem> runList, Node node, EvaluationOptions options, CancellationToken ct) =>
        Task.FromResult<IEvaluation>(Evaluation.Start(runList, recipes, node, options));
}
