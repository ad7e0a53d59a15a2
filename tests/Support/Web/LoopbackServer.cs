using System.Collections.Concurrent;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.Logging;

namespace CSharpChef.TestSupport.Web;

/// <summary>A real server on the loopback, in front of a control plane of the test's.</summary>
internal sealed class LoopbackServer : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public FakeApi Api { get; } = new();

    public WebServer Web { get; private set; } = null!;

    public string Url => Web.Urls[0];

    public IReadOnlyList<string> Log => [.. lines];

    public static async Task<LoopbackServer> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var server = new LoopbackServer();
        var options = new ServerOptions { Urls = ["http://127.0.0.1:0"], Log = server };
        server.Web = await WebServer.StartAsync(
            change?.Invoke(options) ?? options, server.Api, TimeProvider.System, TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        Microsoft.Extensions.Logging.LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    void IDisposable.Dispose()
    {
    }
}
