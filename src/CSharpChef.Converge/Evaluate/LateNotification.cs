namespace CSharpChef.Converge.Evaluate;

/// <summary>A notification that a recipe declares when a barrier has already converged its sender.</summary>
/// <param name="Notification">The notification.</param>
/// <param name="Senders">The actions of the sender.</param>
/// <param name="IsSent">True when the sender changed earlier in this run.</param>
internal sealed record LateNotification(Notification Notification, IReadOnlyList<ActionKey> Senders, bool IsSent)
{
    /// <summary>The number of the notified action in the plan.</summary>
    public int Number { get; init; }

    public bool IsImmediate => Notification.Timing == Timing.Immediately;
}
