namespace CSharpChef.Testing;

/// <summary>The texts of notifications in failures.</summary>
internal static class NotificationText
{
    /// <summary>The action with its time: <c>reload at the end</c>.</summary>
    public static string Of(ResourceAction action, Timing? timing) =>
        timing is { } time ? $"{action.Name} {Of(time)}" : action.Name;

    /// <summary>The receiver with its action and time: <c>service[b] restart immediately</c>.</summary>
    public static string Of(Notification notification, RunRecord run) =>
        $"{run.ShortNameOf(notification.Action.Resource)} {Of(notification.Action, notification.Timing)}";

    /// <summary>What a resource notifies: <c>file[/a] notifies service[b] restart immediately</c>.</summary>
    public static string Of(Resource sender, RunRecord run)
    {
        var all = string.Join(", ", sender.Notifications.Select(each => Of(each, run)));
        return $"{run.ShortNameOf(sender)} notifies {(all.Length == 0 ? "nothing" : all)}";
    }

    private static string Of(Timing timing) => timing == Timing.Immediately ? "immediately" : "at the end";
}
