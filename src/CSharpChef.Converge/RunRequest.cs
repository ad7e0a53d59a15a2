using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Summarize;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>What a run shall do on every one of its machines.</summary>
internal sealed record RunRequest(IReadOnlyList<RunListItem> RunList, RecipeCache Recipes)
{
    public ConvergeMode Mode { get; init; }

    /// <summary>What the command line says, over all other levels.</summary>
    public IReadOnlyList<AttributeLevel> Attributes { get; init; } = [];

    public EvaluationOptions Evaluation { get; init; } = new();

    public RunWatch Watch { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Node NodeOf(Target target, Facts facts)
    {
        var instance = target.Attributes is { } own
            ? [new AttributeLevel($"instance {target.Name}", own)]
            : Array.Empty<AttributeLevel>();
        return new Node(
            target.Name, facts, AttributeLevels.Of(RunList, Recipes.Cookbooks, instance.Concat(Attributes)));
    }
}
