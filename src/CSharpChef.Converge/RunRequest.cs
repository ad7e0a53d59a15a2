using CSharpChef.Converge.Attributes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>The recipes, attributes and mode of a run, which are the same for all its hosts.</summary>
internal sealed record RunRequest(IReadOnlyList<RunListItem> RunList, RecipeLibrary Recipes)
{
    public ConvergeMode Mode { get; init; }

    /// <summary>Attributes of the command line, above all other levels.</summary>
    public IReadOnlyList<AttributeLevel> Attributes { get; init; } = [];

    /// <summary>Whether cookbooks may run on platforms that their cookbook.json does not name.</summary>
    public bool AnyPlatform { get; init; }

    public EvaluationOptions Evaluation { get; init; } = new();

    /// <summary>Runs the recipes. Default: in this process.</summary>
    public IEvaluator Evaluator
    {
        get => field ?? new InProcessEvaluator(Recipes);
        init;
    }

    /// <summary>
    /// Reads what recipes ask the controller for. Default: the stores of secrets of this machine, and the data bags
    /// beside the cookbooks.
    /// </summary>
    public ControllerAnswers Answers { get; init; } = ControllerAnswers.OfThisMachine(
        Environment.GetEnvironmentVariable,
        new DataBagFolders(
            DataBagPlaces.Of(Recipes.Cookbooks), new KeyRing(KeyFile.Of(null, Environment.GetEnvironmentVariable))));

    /// <summary>What recipes see of the stack of their instance; null when the run is not one of a server.</summary>
    public StackData? Stack { get; init; }

    /// <summary>The error of a recipe that reads it then. Default: that a server has to run it.</summary>
    public string? MissingStack { get; init; }

    public RunEvents Events { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The recipes of a host: those of the command line, else those that its groups give it.</summary>
    public IReadOnlyList<RunListItem> RunListOf(Target target) => RunList.Count > 0 ? RunList : target.RunList;

    public Node NodeOf(Target target, Facts facts) => new(
        target.Name, facts, AttributeLevels.Of(
            RunListOf(target), Recipes.Cookbooks, target.Attributes.Concat(Attributes)))
    {
        Address = target.Address,
        Groups = target.Groups,
        InventoryName = target.InventoryName ?? target.Name,
        KnownData = Stack,
        MissingData = MissingStack ?? Node.OnlyOnServers,
    };
}
