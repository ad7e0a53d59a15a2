namespace CSharpChef.Testing;

/// <summary>The texts of notifications in failures.</summary>
internal static class NotificationText
{
    /// <summary>The action with its time: <c>reload at the end</c>.</summary>
    public static string Of(ResourceAction action, Timing? timing) =>
        timing is { } time ? $"{action.Name} {Of(time)}" : action.Name;

    /// <summary>What a resource notifies: <c>file[/a] notifies service[b] restart immediately</c>.</summary>
    public static string Of(Resource sender, RunRecord run) =>
        $"{run.ShortNameOf(sender)} notifies {(sender.Notifications.Count == 0 ? "nothing" : string.Join(", ", sender.Notifications
            .Select(each => $"{run.ShortNameOf(each.Action.Resource)} {Of(each.Action, each.Timing)}")))}";

    private static string Of(Timing timing) => timing == Timing.Immediately ? "immediately" : "at the end";
}
