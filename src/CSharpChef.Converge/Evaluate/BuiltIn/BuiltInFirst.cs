using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate.BuiltIn;

/// <summary>
/// Converges the resources of a built-in recipe, and then evaluates the recipes of the run list, if it has any.
/// </summary>
/// <param name="first">The resources of the built-in recipe for a node.</param>
/// <param name="rest">Evaluates the run list; null when there is nothing but the built-in recipe.</param>
internal sealed class BuiltInFirst(Func<Node, ResourceCollection> first, IEvaluator? rest) : IEvaluator
{
    public Task<IEvaluation> StartAsync(
        IReadOnlyList<RunListItem> runList, Node node, EvaluationOptions options, CancellationToken ct) =>
        Task.FromResult<IEvaluation>(new BuiltInFirstEvaluation(
            first(node),
            rest is null || runList.Count == 0
                ? null
                : token => rest.StartAsync(runList, node, options, token)));
}
