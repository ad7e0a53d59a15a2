namespace CSharpChef.Converge.Evaluate;

internal sealed record EvaluationOptions
{
    /// <summary>How long recipes of one node may run, waiting for the node not counted.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where <c>Secret("env:NAME")</c> looks.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;
}
