using System.Net;
using CSharpChef.Web.Api;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Serving;

/// <summary>How the API is served.</summary>
internal sealed record ServerOptions
{
    /// <summary><c>http://127.0.0.1:8080</c>, <c>https://*:8443</c>, with port 0 for any that is free.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>PEM, with those that signed it after it, or PFX. Read again whenever it changes.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM; none when the certificate's file holds it too.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Whoever starts the server was told that calls and answers can then be read on their way.</summary>
    public bool AllowPlainHttpBeyondLoopback { get; init; }

    /// <summary>Of each credential.</summary>
    public Rate CallRate { get; init; } = new(20, 100);

    /// <summary>Of each address: calls that show no right credential.</summary>
    public Rate FailureRate { get; init; } = new(5, 50);

    public long BodyLimit { get; init; } = 1 << 20;

    /// <summary>Reverse proxies whose X-Forwarded-For and X-Forwarded-Host are believed.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Who may read /metrics beside this machine itself.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = [];

    /// <summary>How long to go on answering reads while not ready, so that a balancer sees it first.</summary>
    public TimeSpan DrainNotice { get; init; } = TimeSpan.Zero;

    /// <summary>How long the changes that run may take to end once the server stops.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    public LogFormat LogFormat { get; init; } = LogFormat.Text;

    /// <summary>Where the log goes instead of to the standard output.</summary>
    public ILoggerProvider? Log { get; init; }
}
