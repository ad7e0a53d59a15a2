using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Evaluate.BuiltIn;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;

namespace CSharpChef.Stacks.Runs;

/// <summary>Makes the request of a command's run: its recipes, and what comes before them. Pure.</summary>
internal static class RunRequests
{
    /// <param name="context">The command.</param>
    /// <param name="runList">The recipes.</param>
    /// <param name="recipes">The compiled recipes; null when there are none to run.</param>
    /// <param name="answers">Answers what recipes ask the server.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="note">Hears what the run does.</param>
    public static RunRequest Of(
        CommandContext context, IReadOnlyList<RunListItem> runList, StackRecipes? recipes,
        ControllerAnswers answers, TimeProvider clock, Action<string> note) =>
        new(runList, recipes?.Library ?? new RecipeLibrary(new CookbookStore([]), disk: null))
        {
            Evaluator = new BuiltInFirst(
                node => BuiltInRecipe.Run(BuiltInSetup.Name, node, recipe => BuiltInSetup.Declare(recipe, context)),
                recipes?.Evaluator),
            Mode = context.Command.IsPlan ? ConvergeMode.Plan : ConvergeMode.Converge,
            Stack = context.Data,
            Answers = answers,
            Clock = clock,
            Events = new RunEvents
            {
                Changed = (_, action, change) => note($"{action.ShownName} {change}"),
                Log = (_, _, message) => note(message),
                Note = (_, text) => note(text),
            },
        };
}
