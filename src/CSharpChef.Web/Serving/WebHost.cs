using System.Net.Security;
using CSharpChef.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Serving;

/// <summary>
/// The framework's parts that a server is made of. Nothing is read from files or variables: the options are all there
/// is.
/// </summary>
internal static class WebHost
{
    public static WebApplication Build(ServerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options));
        AddLog(builder.Logging, options);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("csharpchef"))
            .WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter(CallRecord.MeterName)
            .AddPrometheusExporter());
        return builder.Build();
    }

    private static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        // What is between chunks counts there, and does not with us.
        kestrel.Limits.MaxRequestBodySize = options.BodyLimit + (64 << 10);
        foreach (var url in options.Urls.Select(ListenUrl.Parse).ToList())
        {
            url.Check(options);
            kestrel.Listen(url.End, listen => Configure(listen, url, options));
        }
    }

    private static void Configure(ListenOptions listen, ListenUrl url, ServerOptions options)
    {
        listen.Protocols = url.Tls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        if (url.Tls)
        {
            var certificate = new CertificateFile(options.Certificate!, options.CertificateKey, LogOf(listen));
            certificate.Current();
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(
                    new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current() }),
            });
        }
    }

    private static Action<Exception> LogOf(ListenOptions listen) =>
        listen.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(ServerLog.Name).CertificateBroken;

    private static void AddLog(ILoggingBuilder logging, ServerOptions options)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        if (options.Log is not null)
        {
            logging.AddProvider(options.Log);
        }
        else if (options.LogFormat == LogFormat.Json)
        {
            logging.AddJsonConsole(Stamp);
        }
        else
        {
            logging.AddSimpleConsole(OneLine);
        }
    }

    private static void OneLine(SimpleConsoleFormatterOptions console)
    {
        Stamp(console);
        console.SingleLine = true;
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    }

    private static void Stamp(ConsoleFormatterOptions console)
    {
        console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        console.UseUtcTimestamp = true;
    }
}
