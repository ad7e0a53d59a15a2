using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Store;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Stacks.Cluster;

// The id under which clusters of earlier versions know it.
[GrainType("caretaker")]
internal sealed class CleanupGrain(DocumentStore store, ILogger<CleanupGrain> log)
    : Grain, ICleanupGrain, IRemindable
{
    private const string Reminder = "cleanup";
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private Task cleanup = Task.CompletedTask;

    public Task BeginAsync() => this.RegisterOrUpdateReminder(Reminder, First, Period);

    // A turn of a grain must be short: the work goes on beside it, and one at a time.
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
            var removed = await Cleanup.RunAsync(store, CancellationToken.None);
            CleanupLog.Removed(log, removed);
        }
        catch (OperationException e)
        {
            CleanupLog.Later(log, e.Message);
        }
    }
}
