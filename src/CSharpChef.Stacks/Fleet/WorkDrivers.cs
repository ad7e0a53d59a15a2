using CSharpChef.Stacks.Fleet.Logins;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Fleet;

/// <summary>The work that this server does now: one task for each instance or stack that needs something.</summary>
internal sealed class WorkDrivers(FleetParts parts) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Driver> running = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Begins the work, or lets the task that does it already look again.</summary>
    public void Wake(WorkItem item)
    {
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            if (running.TryGetValue(item.Id, out var driver))
            {
                driver.IsWoken = true;
                driver.Signal.Set();
            }
            else
            {
                Start(item);
            }
        }
    }

    /// <summary>Leaves all work; what machines run goes on there.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Task> tasks;
        lock (gate)
        {
            stopping.Cancel();
            tasks = [.. running.Values.Select(driver => driver.Task)];
        }

        await Task.WhenAll(tasks).WaitAsync(parts.Options.LongestLeave, parts.Clock)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Start(WorkItem item)
    {
        var driver = new Driver(new WakeSignal(parts.Clock));
        running.Add(item.Id, driver);
        driver.Task = Task.Run(() => RunAsync(item, driver));
    }

    private async Task RunAsync(WorkItem item, Driver driver)
    {
        await new WorkLoop(parts, item, Act(item, driver.Signal), driver.Signal).RunAsync(stopping.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        parts.Turns.Leave(item.Id);
        lock (gate)
        {
            running.Remove(item.Id);
            driver.Signal.Dispose();

            // It was woken after its last look.
            if (driver.IsWoken && !stopping.IsCancellationRequested)
            {
                Start(item);
            }
        }
    }

    private Func<CancellationToken, Task<TimeSpan?>> Act(WorkItem item, WakeSignal wake) => item.Kind switch
    {
        WorkItem.StackKind => new StackWork(parts, item.Id).ActAsync,
        WorkItem.StackLoginsKind => new StackLoginsWork(parts, item).ActAsync,
        WorkItem.InstanceLoginsKind => new InstanceLoginsWork(parts, item.Subject).ActAsync,
        _ => new InstanceWork(parts, item.Id, wake).ActAsync,
    };

    private sealed class Driver(WakeSignal signal)
    {
        public WakeSignal Signal => signal;

        public Task Task { get; set; } = Task.CompletedTask;

        public bool IsWoken { get; set; }
    }
}
