using System.Collections.Concurrent;
using CSharpChef.Stacks.Cluster;
using CSharpChef.TestSupport;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Tests.Stacks.Cluster;

/// <summary>What a silo and its grains say is in the log of the server.</summary>
public sealed class SiloTests : ServerTests, ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    [Fact, WholeSuite]
    public async Task The_cleanup_writes_its_result_to_the_log_and_waits_after_a_long_pause()
    {
        await using var silo = await ServerSilo.StartAsync(
            new(), Server.Plane.Store, logging => logging.AddProvider(this), Ct);

        await CleanUpAsync(silo, "cleanup removed 0 records");
        await Server.Plane.Store.WriteAsync(
            session => session.ExecuteAsync(
                "update meta set value = '2020-01-01T00:00:00.000Z' where key = 'cleanup'", new { }),
            Ct);
        await CleanUpAsync(silo, "the last cleanup ended at 2020-01-01 00:00:00Z, more than 7 days ago");
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

    private async Task CleanUpAsync(ServerSilo silo, string line)
    {
        var grain = silo.Grains.GetGrain<ICleanupGrain>("0").AsReference<IRemindable>();
        await Eventually.TrueAsync(async () =>
        {
            // The grain passes over a reminder while an earlier cleanup still ends.
            await grain.ReceiveReminder("cleanup", default);
            return lines.Any(found => found.Contains(line, StringComparison.Ordinal));
        });
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
