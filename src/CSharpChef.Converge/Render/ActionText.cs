using System.Globalization;
using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render;

/// <summary>Renders an action as a shell function that sets its options, then performs its guards and steps.</summary>
internal static class ActionText
{
    /// <param name="action">The action.</param>
    /// <param name="writer">Collects what the program needs.</param>
    /// <param name="sender">The action's name and recipe, when it may notify what is declared behind a barrier.</param>
    public static string Render(PlannedAction action, ProgramWriter writer, string? sender)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture, $"action{action.Number}() {{\n    title={ShellQuote.Word(Title(action))}\n");
        text.Append(Line(Options(action))).Append(Line(Notifications(action, sender))).Append(Guards(action, writer));
        var steps = action.Steps.Select(step => Step(action, step, writer)).ToList();
        return text.Append("    ").AppendJoin(" &&\n    did &&\n    ", steps.Count == 0 ? [":"] : steps).Append("\n}\n").ToString();
    }

    /// <summary>The action as journals show it, on one line.</summary>
    public static string Title(PlannedAction action) =>
        ShellQuote.Comment($"{action.ShownName} {action.Action} ({action.Resource.DeclaredAt})");

    private static string Step(PlannedAction action, Step step, ProgramWriter writer)
    {
        try
        {
            return StepText.Render(step, writer);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{action.Resource.DeclaredAt}: {action.ShownName}: {e.Message}", e);
        }
    }

    private static IEnumerable<string?> Options(PlannedAction action)
    {
        var resource = action.Resource;
        return
        [
            action.Sensitive ? "hidden=1" : null,
            resource.IgnoreFailure ? "ignore=1" : null,
            resource.Retries > 0 ? $"retries={resource.Retries} pause={Seconds(resource.RetryDelay)}" : null,
            resource.Timeout is { } limit ? $"limit={Seconds(limit)}" : null,
            resource.RunAs is { } user ? ShellQuote.Option("runas", user) : null,
        ];
    }

    private static IEnumerable<string?> Notifications(PlannedAction action, string? sender) =>
    [
        sender is null ? null : ShellQuote.Option("sender", sender),
        Numbers("notifies_now", action.Immediate),
        Numbers("notifies_later", action.Delayed),
        Numbers("supersedes", action.Supersedes),
    ];

    private static string? Numbers(string key, IReadOnlyList<int> actions) =>
        actions.Count == 0 ? null : ShellQuote.Option(key, string.Join(' ', actions));

    private static string Line(IEnumerable<string?> options)
    {
        var line = StepText.Words(options);
        return line.Length == 0 ? "" : $"    {line}\n";
    }

    private static string Guards(PlannedAction action, ProgramWriter writer)
    {
        if (action.Guards.Count > 0)
        {
            writer.Parts.Use("guard");
        }

        return string.Concat(action.Guards.Select((guard, index) =>
            $"    {Guard(action, guard, index + 1, writer)} || return 1\n"));
    }

    private static string Guard(PlannedAction action, Guard guard, int index, ProgramWriter writer) => StepText.Words(
        $"guard {index} {(guard.MustSucceed ? "yes" : "no")} {ShellQuote.Word(guard.Command)}",
        action.Resource.Surroundings is { } around
            ? CommandText.Surroundings(around.Cwd, around.Umask, around.Environment, writer)
            : null);

    // Whole seconds, since not every sleep accepts a fraction.
    public static string Seconds(TimeSpan time) =>
        Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
