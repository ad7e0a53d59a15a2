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
/// Builds the ASP.NET Core application of the HTTP server, from its options alone: no configuration is read from files
/// or environment variables.
/// </summary>
internal static class HttpApplication
{
    public static WebApplication Build(HttpOptions options)
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
            .AddMeter(CallRecorder.MeterName)
            .AddPrometheusExporter());
        return builder.Build();
    }

    private static void Configure(KestrelServerOptions kestrel, HttpOptions options)
    {
        kestrel.AddServerHeader = false;
        // Kestrel also counts the bytes between chunks, RequestBody does not.
        kestrel.Limits.MaxRequestBodySize = options.BodyLimit + (64 << 10);
        foreach (var url in options.Urls.Select(ListenUrl.Parse).ToList())
        {
            url.Validate(options);
            kestrel.Listen(url.EndPoint, listen => Configure(listen, url, options));
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
                OnConnection = _ => ValueTask.FromResult(
                    new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current() }),
            });
        }
    }

    private static Action<Exception> LogTo(ListenOptions listen) =>
        listen.ApplicationServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(ServerLog.Name).CertificateUnreadable;

    private static void AddLog(ILoggingBuilder logging, HttpOptions options)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
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
