using System.Net;
using CSharpChef.Web.Budgets;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Serving;

/// <summary>The options of the HTTP server.</summary>
internal sealed record HttpOptions
{
    /// <summary>
    /// The URLs to listen on, such as <c>http://127.0.0.1:8080</c> or <c>https://*:8443</c>; port 0 takes a free port.
    /// </summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>The certificate file: PEM, followed by its signers, or PFX. It is read again when it changes.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PEM file of the private key; null when the certificate file contains it.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>
    /// True to listen without TLS on other addresses than loopback; calls can then be read in transit.
    /// </summary>
    public bool AllowPlainHttpBeyondLoopback { get; init; }

    /// <summary>The limit of each user's calls, with all keys and tokens together.</summary>
    public RateLimit CallRate { get; init; } = new(500, 1000);

    public long BodyLimit { get; init; } = 1 << 20;

    /// <summary>What clients may use before their credential is verified.</summary>
    public StrangerLimits Strangers { get; init; } = new();

    /// <summary>Reverse proxies whose X-Forwarded-For and X-Forwarded-Host are trusted.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Networks that may read /metrics, besides this machine itself.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; init; } = [];

    /// <summary>
    /// How long a stopping server answers queries while it reports that it is not ready, so that a load balancer
    /// notices.
    /// </summary>
    public TimeSpan ShutdownNotice { get; init; } = TimeSpan.Zero;

    /// <summary>The time that running changes may take to end once the server stops.</summary>
    public TimeSpan ShutdownLimit { get; init; } = TimeSpan.FromSeconds(30);

    public LogFormat LogFormat { get; init; } = LogFormat.Text;

    /// <summary>The destination of the log; null for the standard output.</summary>
    public ILoggerProvider? Log { get; init; }
}
