namespace CSharpChef.Converge.Evaluate;

/// <summary>Options for the evaluation of recipes.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>The time limit for the recipes of one node, without the time they wait for the node.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads the environment variable of <c>Secret("env:NAME")</c>.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;
}
