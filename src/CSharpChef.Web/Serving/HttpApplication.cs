using CSharpChef.Web.Api;
using CSharpChef.Web.Budgets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Builds the ASP.NET Core application of the HTTP server, from its options alone: no configuration is read from files
/// or environment variables.
/// </summary>
internal static class HttpApplication
{
    // The least memory for a connection that holds the largest head.
    private const int LargestHead = 8 << 10;
    private const int LargestBuffer = 16 << 10;
    private const int MostStreams = 32;
    private const int SmallestWindow = ushort.MaxValue;

    public static WebApplication Build(HttpOptions options, ListenSockets listening, ConnectionLimits connections)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options, connections));
        builder.Services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.MaxReadBufferSize = LargestBuffer;
            sockets.MaxWriteBufferSize = AnswerWriter.Slice;
            sockets.CreateBoundListenSocket = listening.Take;
        });
        AddLog(builder.Logging, options);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("csharpchef"))
            .WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter(CallRecorder.MeterName)
            .AddPrometheusExporter());
        return builder.Build();
    }

    private static void Configure(KestrelServerOptions kestrel, HttpOptions options, ConnectionLimits connections)
    {
        kestrel.AddServerHeader = false;
        // Kestrel also counts the bytes between chunks, RequestBody does not.
        kestrel.Limits.MaxRequestBodySize = options.BodyLimit + (64 << 10);
        Configure(kestrel.Limits, options.Strangers);
        foreach (var url in options.Urls.Select(ListenUrl.Parse).ToList())
        {
            kestrel.Listen(url.EndPoint, listen =>
            {
                listen.Use(next => connections.Limit(next, url.Tls));
                Configure(listen, url, options);
            });
        }
    }

    private static void Configure(KestrelServerLimits limits, StrangerLimits strangers)
    {
        limits.RequestHeadersTimeout = strangers.HeadTime;
        limits.MaxRequestHeadersTotalSize = LargestHead;
        limits.MaxRequestBufferSize = LargestBuffer;
        limits.Http2.MaxStreamsPerConnection = MostStreams;
        limits.Http2.InitialConnectionWindowSize = SmallestWindow;
        limits.Http2.InitialStreamWindowSize = SmallestWindow;
    }

    /// <summary>Refuses a certificate that cannot be used, before anything is made.</summary>
    public static void RequireCertificate(HttpOptions options)
    {
        if (options.Urls.Any(url => ListenUrl.Parse(url).Tls))
        {
            new CertificateFile(options.Certificate!, options.CertificateKey, _ => { }).Current();
        }
    }

    private static void Configure(ListenOptions listen, ListenUrl url, HttpOptions options)
    {
        listen.Protocols = url.Tls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        if (url.Tls)
        {
            var certificate = new CertificateFile(options.Certificate!, options.CertificateKey, LogTo(listen));
            certificate.Current();
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(TlsOptions.Of(certificate.Current())),
            });
        }
    }

    private static Action<string> LogTo(ListenOptions listen) =>
        listen.ApplicationServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(ServerLog.Name).CertificateUnusable;

    /// <summary>Writes the log as the options say; the silo has the same log.</summary>
    public static void AddLog(ILoggingBuilder logging, HttpOptions options)
    {
        // A failed start is an exception, which says the same in one sentence.
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        if (options.Log is not null)
        {
            logging.AddProvider(options.Log);
        }
        else if (options.LogFormat == LogFormat.Json)
        {
            logging.AddJsonConsole(console => AddTime(console, separator: ""));
        }
        else
        {
            logging.AddSimpleConsole(FormatText);
        }
    }

    private static void FormatText(SimpleConsoleFormatterOptions console)
    {
        AddTime(console, separator: " ");
        console.SingleLine = true;
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    }

    private static void AddTime(ConsoleFormatterOptions console, string separator)
    {
        console.TimestampFormat = $"yyyy-MM-dd'T'HH:mm:ss.fff'Z'{separator}";
        console.UseUtcTimestamp = true;
    }
}
