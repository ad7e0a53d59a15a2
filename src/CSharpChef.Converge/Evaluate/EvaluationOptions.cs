namespace CSharpChef.Converge.Evaluate;

/// <summary>The options for evaluating recipes.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>
    /// The time limit for the recipes of one node. Waiting for the node or the controller does not count.
    /// </summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets each place that recipes reach: the beginning of a recipe, or a word that declares.</summary>
    public Action<SourceLocation>? OnPlace { get; init; }

    /// <summary>What recipes see as <c>Nodes</c>. Default: the node that they run for.</summary>
    public INodeSource? Nodes { get; init; }
}
