using System.Net.Sockets;
using System.Runtime.InteropServices;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks;
using CSharpChef.Web.Api;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Serving;

/// <summary>The API on the network, from the first connection to the last answer.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ServerOptions options;
    private readonly TimeProvider time;
    private readonly WebApplication app;
    private readonly Drain drain = new();
    private readonly CallRates rates;
    private readonly CallRecord record;
    private readonly Lazy<Task> stopped;

    private WebServer(ServerOptions options, IApi api, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        stopped = new Lazy<Task>(DrainAsync);
        rates = new CallRates(options.CallRate, options.FailureRate);
        app = WebHost.Build(options);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(ServerLog.Name);
        record = new CallRecord(log, time);
        var proxies = new Proxies(options.Proxies);
        var gate = new CallGate(new Authentication(api, time), rates, proxies, options.BodyLimit);
        var dispatch = new CallDispatch(api, new RepeatGuard(time), drain, log);
        Route(new ApiEndpoint(gate, dispatch, record, proxies, time), new Pages(api, drain));
    }

    /// <summary>As bound: with the port that was free when none was asked for.</summary>
    public IReadOnlyList<string> Urls => [.. app.Urls];

    public static Task<WebServer> StartAsync(ServerOptions options, ControlPlane controlPlane, CancellationToken ct) =>
        StartAsync(options, new ControlPlaneApi(controlPlane), TimeProvider.System, ct);

    public static async Task<WebServer> StartAsync(
        ServerOptions options, IApi api, TimeProvider time, CancellationToken ct)
    {
        var server = new WebServer(options, api, time);
        try
        {
            await server.app.StartAsync(ct);
            return server;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new UsageException(
                $"Cannot listen on {string.Join(", ", options.Urls)}: {e.Message} Is another server running, or is the address not this machine's?", e);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Serves until the process is told to end, or the token is; then stops in order.</summary>
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

    /// <summary>Not ready at once; ends when the changes that ran are done, or patience is.</summary>
    public Task StopAsync() => stopped.Value;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await app.DisposeAsync();
        rates.Dispose();
        record.Dispose();
        drain.Dispose();
    }

    private void Route(ApiEndpoint api, Pages pages)
    {
        app.Use(next => http => SafeHeaders.AddAsync(http, next));
        app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == "/metrics" && MayMeasure(http));
        app.Run(http => http.Request is { Method: "POST", Path.Value: "/" }
            ? api.AnswerAsync(http)
            : pages.AnswerAsync(http));
    }

    private bool MayMeasure(HttpContext http) => Proxies.IsLocal(http)
        || options.MetricsFrom.Any(
            network => http.Connection.RemoteIpAddress is { } address && network.Contains(address));

    private async Task DrainAsync()
    {
        drain.Begin();
        await Task.Delay(options.DrainNotice, time);
        await drain.FinishAsync(options.DrainTime, time);
        using var grace = new CancellationTokenSource(Grace, time);
        await app.StopAsync(grace.Token);
    }
}
