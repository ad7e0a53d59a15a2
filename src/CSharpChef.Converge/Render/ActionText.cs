using System.Globalization;
using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render;

/// <summary>
/// One action as shell: a function that guards and does its steps, and another for what its change asks for.
/// </summary>
internal static class ActionText
{
    public static bool HasHook(PlannedAction action) => action.Notified.Count + action.Supersedes.Count > 0;

    public static string Render(PlannedAction action, ProgramWriter writer)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture, $"u{action.Number}() {{\n    title={ShellQuote.Word(Title(action))}\n");
        text.Append(Options(action)).Append(Guards(action, writer));
        var steps = action.Steps.Select(step => StepText.Render(step, writer)).ToList();
        text.Append("    ").AppendJoin(" &&\n    ", steps.Count == 0 ? [":"] : steps).Append("\n}\n");
        return text.Append(Hook(action)).ToString();
    }

    private static string Title(PlannedAction action) => action.Sensitive
        ? $"{action.Resource.Type} {action.Action} ({action.Resource.DeclaredAt})"
        : ShellQuote.Comment($"{action} ({action.Resource.DeclaredAt})");

    private static string Options(PlannedAction action)
    {
        var resource = action.Resource;
        string?[] options =
        [
            action.Notified is { Count: > 0 } asked ? $"asks='{string.Join(' ', asked)}'" : null,
            action.Sensitive ? "hidden=1" : null,
            resource.IgnoreFailure ? "ignore=1" : null,
            resource.Retries > 0 ? $"retries={resource.Retries} pause={Seconds(resource.RetryDelay)}" : null,
            resource.Timeout is { } limit ? $"limit={Seconds(limit)}" : null,
            resource.RunAs is { } user ? ShellQuote.Option("runas", user) : null,
        ];
        var line = string.Join(' ', options.Where(option => option is not null));
        return line.Length == 0 ? "" : $"    {line}\n";
    }

    private static string Guards(PlannedAction action, ProgramWriter writer)
    {
        if (action.Guards.Count > 0)
        {
            writer.Parts.Use("guard");
        }

        return string.Concat(action.Guards.Select((guard, index) =>
            $"    guard {index + 1} {(guard.MustSucceed ? "yes" : "no")} {ShellQuote.Word(guard.Command)} || return \"$code\"\n"));
    }

    private static string Hook(PlannedAction action)
    {
        if (!HasHook(action))
        {
            return "";
        }

        var settle = action.Supersedes.Count > 0 ? $"    settle {string.Join(' ', action.Supersedes)}\n" : "";
        var now = string.Concat(action.Immediate.Select(number => $"    now {number}\n"));
        var later = action.Delayed.Count > 0 ? $"    later {string.Join(' ', action.Delayed)}\n" : "";
        return $"h{action.Number}() {{\n{settle}{now}{later}}}\n";
    }

    // Whole seconds: not every sleep takes a fraction.
    private static string Seconds(TimeSpan time) =>
        Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
