using System.Net.Security;
using System.Security.Authentication;

namespace CSharpChef.Web.Serving;

/// <summary>
/// The versions and cipher suites of TLS that are accepted: TLS 1.3, and of TLS 1.2 the suites with forward secrecy and
/// authenticated encryption, which every AWS client has.
/// </summary>
internal static class TlsOptions
{
    private static readonly TlsCipherSuite[] Suites =
    [
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ];

    // Only Linux lets a process choose its suites; other systems have settings of their own for all processes.
    private static readonly CipherSuitesPolicy? Policy = OperatingSystem.IsLinux() ? new(Suites) : null;

    public static SslServerAuthenticationOptions Of(SslStreamCertificateContext certificate) => new()
    {
        ServerCertificateContext = certificate,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CipherSuitesPolicy = Policy,
    };
}
