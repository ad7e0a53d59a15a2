using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CSharpChef.Stacks;
using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Serving;

/// <summary>The HTTP server of the API.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly HttpOptions options;
    private readonly TimeProvider time;
    private readonly WebApplication app;
    private readonly GracefulShutdown shutdown = new();
    private readonly List<IDisposable> parts = [];
    private readonly Lazy<Task> stopped;

    private HttpServer(
        HttpOptions options, ListenSockets sockets, ControlPlane plane, OperationCall operations, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        stopped = new Lazy<Task>(ShutDownAsync);
        var proxies = new TrustedProxies(options.Proxies);
        app = HttpApplication.Build(
            options, Own(sockets), Own(new ConnectionLimits(options.Strangers, proxies, time)));
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(ServerLog.Name);
        var failures = Own(new CallFailures(log, time));
        var dispatch = new CallDispatch(operations, failures, Own(shutdown), time);
        var strangers = Own(new FailureLimiter(options.Strangers.Failures, options.Strangers.FailureDelay, time));
        var admission = Admission(plane, proxies);
        Route(
            new ApiEndpoint(admission, dispatch, failures, Own(new CallRecorder(log, time)), proxies, strangers, time),
            new StatusPages(plane, shutdown, time), new LogPages(plane, time), proxies);
    }

    /// <summary>The URLs it listens on, with the real port where a free one was asked for.</summary>
    public IReadOnlyList<string> Urls => [.. app.Urls];

    public static Task<HttpServer> StartAsync(
        HttpOptions options, ControlPlane plane, CancellationToken ct, ListenSockets? sockets = null) =>
        StartAsync(options, plane, plane.AnswerAsync, TimeProvider.System, ct, sockets);

    /// <param name="options">How it is served.</param>
    /// <param name="plane">Knows the credentials, and whether calls can be answered.</param>
    /// <param name="operations">Runs the operations.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <param name="sockets">The sockets of its URLs, which belong to it from now on; null to bind them now.</param>
    public static async Task<HttpServer> StartAsync(
        HttpOptions options, ControlPlane plane, OperationCall operations, TimeProvider time, CancellationToken ct,
        ListenSockets? sockets = null)
    {
        var server = new HttpServer(options, sockets ?? ListenSockets.Bind(options), plane, operations, time);
        try
        {
            await server.app.StartAsync(ct);
            return server;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw ListenSockets.Failure(e, string.Join(", ", options.Urls));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Serves until the process gets SIGTERM or SIGINT or the token is cancelled; then shuts down gracefully.
    /// </summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        await using var cancel = ct.Register(() => end.TrySetResult());
        await end.Task;
        await StopAsync();

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.TrySetResult();
        }
    }

    /// <summary>
    /// Stops: reports at once that the server is not ready, and waits for running changes up to the shutdown limit.
    /// </summary>
    public Task StopAsync() => stopped.Value;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.DisposeAsync();
        parts.ForEach(part => part.Dispose());
    }

    private CallAdmission Admission(ControlPlane plane, TrustedProxies proxies) => new(
        new Authenticator(plane, time),
        Own(new CallLimiter(options.CallRate)),
        Own(new UserTurns(time)),
        Own(new RequestBodyReader(options.BodyLimit, options.Strangers, time)),
        Own(new ClientBudget(options.Strangers.LookUps, null, time)),
        proxies);

    private T Own<T>(T part)
        where T : IDisposable
    {
        parts.Add(part);
        return part;
    }

    private void Route(ApiEndpoint api, StatusPages pages, LogPages logs, TrustedProxies proxies)
    {
        app.Use(next => http => SecurityHeaders.AddAsync(http, next));
        app.Use(HoldAsync);
        app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == "/metrics" && MayReadMetrics(http, proxies));
        app.Run(http => http.Request is { Method: "POST", Path.Value: "/" }
            ? api.AnswerAsync(http)
            : LogPages.Has(http.Request) ? logs.AnswerAsync(http)
            : pages.AnswerAsync(http));
    }

    private static async Task HoldAsync(HttpContext http, RequestDelegate next)
    {
        var connection = ClientConnection.Of(http);
        using (connection?.Hold())
        {
            await next(http);
        }

        connection?.Renew();
    }

    private bool MayReadMetrics(HttpContext http, TrustedProxies proxies) => TrustedProxies.IsLocal(http)
        || (IPAddress.TryParse(proxies.AddressOf(http), out var address)
            && options.MetricsFrom.Any(network => network.Contains(address)));

    private async Task ShutDownAsync()
    {
        shutdown.Begin();
        await Task.Delay(options.ShutdownNotice, time);
        await shutdown.FinishAsync(options.ShutdownLimit, time);
        using var grace = new CancellationTokenSource(Grace, time);
        await app.StopAsync(grace.Token);
    }
}
