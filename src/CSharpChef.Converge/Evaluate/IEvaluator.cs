using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.Evaluate;

/// <summary>Runs the recipes of nodes, in this process or in another one.</summary>
internal interface IEvaluator
{
    /// <summary>Loads the recipes of a run list; they run with the first <see cref="IEvaluation.NextAsync"/>.</summary>
    /// <exception cref="RecipeException">A recipe does not exist or does not compile.</exception>
    Task<IEvaluation> StartAsync(
        IReadOnlyList<RunListItem> runList, Node node, EvaluationOptions options, CancellationToken ct);
}
