using System.Text;

namespace CSharpChef.Testing;

/// <summary>
/// A run as a text for snapshots: each resource with its actions, notifications and changes, then the order of the
/// actions. It has no times and no positions of lines, so that it changes only with the meaning of a recipe.
/// </summary>
internal static class RunText
{
    private const string Indent = "    ";

    public static string Of(RunRecord run, string? unaskedQuery)
    {
        var text = new StringBuilder($"{run.Title}\n\n");
        foreach (var resource in run.Declared)
        {
            Append(text, resource, run);
        }

        text.Append("\norder\n");
        foreach (var action in run.ActionsInOrder)
        {
            text.Append($"{Indent}{OneLine(run.ShortNameOf(action.Resource))} {action.Action}\n");
        }

        return run.Masked(unaskedQuery is null ? $"{text}" : $"{text}\nended at a query: {unaskedQuery}\n");
    }

    private static void Append(StringBuilder text, Resource resource, RunRecord run)
    {
        var outcome = run.OutcomeOf(resource);
        text.Append($"{OneLine(run.ShortNameOf(resource))}: {Text(outcome)}\n");
        Append(text, "does", [string.Join(", ", resource.Actions.Select(action => action.Name))]);
        Append(text, "guard", run.IsSensitive(resource) ? [] : resource.Guards.Select(guard => $"{guard}"));
        Append(text, "notifies", resource.Notifications.Select(each => NotificationText.Of(each, run)));
        Append(text, "change", outcome.Changes);
        foreach (var line in run.DiffOf(resource)?.TrimEnd('\n').Split('\n').Skip(2) ?? [])
        {
            text.Append($"{Indent}{Indent}{line}\n");
        }
    }

    private static void Append(StringBuilder text, string noun, IEnumerable<string> values)
    {
        foreach (var value in values.Where(value => value.Length > 0))
        {
            text.Append($"{Indent}{noun}: {OneLine(value)}\n");
        }
    }

    private static string Text(ResourceOutcome outcome)
    {
        var reason = outcome.Reason is null ? "" : $" ({OneLine(outcome.Reason)})";
        return $"{ResourceOutcome.Text(outcome.Status)}{reason}{(outcome.Ignored ? ", ignored" : "")}";
    }

    private static string OneLine(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);
}
