using System.Collections.Concurrent;
using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Fleet;
using CSharpChef.TestSupport;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Tests.Stacks.Cluster;

/// <summary>What a silo and its grains say is in the log of the server.</summary>
public sealed class SiloTests : ServerTests, ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    [Fact, WholeSuite]
    public async Task The_cleanup_writes_its_result_to_the_log()
    {
        await CleanUpAsync("cleanup removed 0 records");
    }

    [Fact, WholeSuite]
    public async Task The_cleanup_waits_after_a_long_pause_and_says_so_in_the_log()
    {
        await Server.Plane.Store.WriteAsync(
            session => session.ExecuteAsync(
                "insert into meta (key, value) values ('cleanup', '2020-01-01T00:00:00.000Z')", new { }),
            Ct);

        await CleanUpAsync("the last cleanup ended at 2020-01-01 00:00:00Z, more than 7 days ago");
    }

    [Fact]
    public async Task A_silo_that_Orleans_gives_up_ends_without_its_process()
    {
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(this));
        var end = new SiloEnd(logs.CreateLogger<SiloEnd>());

        end.OnFatalException(this, "declared dead", null);

        await end.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Contains(lines, line => line.Contains("declared dead", StringComparison.Ordinal));
    }

    private async Task CleanUpAsync(string expected)
    {
        await using var silo = await ServerSilo.StartAsync(
            new(), Server.Plane.Store, new FleetSlot(), logging => logging.AddProvider(this), Ct);
        await silo.Grains.GetGrain<ICleanupGrain>("0").AsReference<IRemindable>().ReceiveReminder("cleanup", default);
        await Eventually.TrueAsync(() => lines.Any(line => line.Contains(expected, StringComparison.Ordinal)));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception));

    void IDisposable.Dispose()
    {
    }
}
