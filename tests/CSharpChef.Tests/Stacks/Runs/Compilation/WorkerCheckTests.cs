using System.Collections.Concurrent;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Runs.Compilation;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Tests.Stacks.Runs.Compilation;

public sealed class WorkerCheckTests : ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_fails_with_the_cause_and_the_log_of_the_server_has_it()
    {
        await using var check = Check(() => "bwrap is missing: install bubblewrap");

        var error = await Assert.ThrowsAsync<ConvergeException>(() => check.RequireAsync(Ct));

        Assert.Equal(
            "recipes cannot be evaluated on this server: bwrap is missing: install bubblewrap", error.Message);
        Assert.Contains("bwrap is missing", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_was_repaired_runs_the_next_command()
    {
        var causes = new Queue<string?>(["bwrap is missing", "bwrap is missing", null]);
        await using var check = Check(causes.Dequeue);
        await Assert.ThrowsAsync<ConvergeException>(() => check.RequireAsync(Ct));

        await check.RequireAsync(Ct);

        Assert.Single(lines);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception));

    private WorkerCheck Check(Func<string?> cause) => new(_ => Task.FromResult(cause()), this);
}
