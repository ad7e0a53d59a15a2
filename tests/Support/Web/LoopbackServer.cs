using System.Collections.Concurrent;
using System.Text;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.TestSupport.Stacks;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.Logging;

namespace CSharpChef.TestSupport.Web;

/// <summary>
/// A real HTTP server on the loopback with a real control plane, whose operations are answered by the test.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];
    private readonly ConcurrentQueue<ReceivedCall> calls = [];

    private LoopbackServer(TestPlane plane) => Plane = plane;

    public TestPlane Plane { get; }

    public HttpServer Http { get; private set; } = null!;

    /// <summary>Answers every call; an empty object unless the test sets it.</summary>
    public Func<CancellationToken, Task<string>> Answer { get; set; } = _ => Task.FromResult("{}");

    /// <summary>Is answered to every call instead, and written as fast as its client reads; null for none.</summary>
    public object? LongAnswer { get; set; }

    public string Url => Http.Urls[0];

    public IReadOnlyList<ReceivedCall> Calls => [.. calls];

    public IReadOnlyList<string> Log => [.. lines];

    public static async Task<LoopbackServer> StartAsync(
        Func<HttpOptions, HttpOptions>? change = null, TimeProvider? clock = null,
        Func<ControlPlane, ControlPlane>? plane = null)
    {
        var real = await TestPlane.StartAsync();
        var server = new LoopbackServer(real);
        try
        {
            await TestCredentials.AddAsync(real.Plane.Store);
            var options = new HttpOptions { Urls = ["http://127.0.0.1:0"], Log = server };
            server.Http = await HttpServer.StartAsync(
                change?.Invoke(options) ?? options, plane?.Invoke(real.Plane) ?? real.Plane, server.CallAsync,
                clock ?? TimeProvider.System, TestContext.Current.CancellationToken);
            return server;
        }
        catch
        {
            await real.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        await Plane.DisposeAsync();
    }

    private async Task<Answer> CallAsync(
        string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        calls.Enqueue(new(target, Encoding.UTF8.GetString(body.Span), caller));
        return LongAnswer is { } response
            ? await CSharpChef.Stacks.Operations.Answer.BeginAsync(response, ct)
            : new(Encoding.UTF8.GetBytes(await Answer(ct)));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    void IDisposable.Dispose()
    {
    }
}
