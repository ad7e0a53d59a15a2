using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Cluster;

/// <summary>Runs the cleanup once an hour, on one server of the cluster.</summary>
[GrainType(Id)]
internal sealed class CleanupGrain(DocumentStore store, CleanupTurn turn, ILogger<CleanupGrain> log)
    : Grain, ICleanupGrain, IRemindable
{
    /// <summary>The id of the grain: its first name, under which clusters keep its reminder.</summary>
    public const string Id = "caretaker";

    private const string Reminder = "cleanup";
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private Task cleanup = Task.CompletedTask;

    public Task BeginAsync() => this.RegisterOrUpdateReminder(Reminder, First, CleanupTurn.Period);

    // Calls of Orleans grains must be short, so the cleanup runs outside of them; only one runs at a time.
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (cleanup.IsCompleted)
        {
            cleanup = Task.Run(CleanUpAsync);
        }

        return Task.CompletedTask;
    }

    private async Task CleanUpAsync()
    {
        try
        {
            if (await turn.WaitAsync(store, CancellationToken.None) is { } wait)
            {
                var last = await Cleanup.LastAsync(store, CancellationToken.None);
                CleanupLog.Waiting(log, last!.Value, HoursText.Of(wait));
                return;
            }

            var removed = await Cleanup.RunAsync(store, CancellationToken.None);
            CleanupLog.Removed(log, removed);
        }
        catch (StoreFailureException e)
        {
            CleanupLog.Postponed(log, e.Message);
        }
    }
}
