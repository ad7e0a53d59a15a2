using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Security;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>
/// Checks the key that a host presents against known_hosts. Without this check SSH.NET would trust any host.
/// </summary>
internal sealed class HostKeyChecker(SshSettings settings, KnownHosts knownHosts, TimeProvider time)
{
    private const string CertificateSuffix = "-cert-v01@openssh.com";

    // A long connection exchanges keys again: the host must then present the key that was accepted before.
    private byte[]? acceptedKey;

    /// <summary>The error with which the host was refused; null when its key is trusted.</summary>
    public ConnectionException? Refusal { get; private set; }

    private string Name => settings.HostKeyName;

    /// <summary>
    /// Puts the algorithms of the key types in known_hosts first, and removes those of certificates unless known_hosts
    /// has an authority for the host. SSH.NET asks for the algorithms in this order.
    /// </summary>
    public void OrderAlgorithms(IOrderedDictionary<string, Func<byte[], KeyHostAlgorithm>> algorithms)
    {
        var withCertificates = knownHosts.HasAuthority(Name);
        foreach (var name in algorithms.Keys
            .Where(name => name == "ssh-rsa" || (!withCertificates && IsCertificate(name)))
            .ToList())
        {
            algorithms.Remove(name);
        }

        var preferred = algorithms.Keys.Where(IsCertificate)
            .Concat(knownHosts.KeyTypes(Name).SelectMany(AlgorithmsOf))
            .Where(algorithms.ContainsKey)
            .ToList();
        for (var i = 0; i < preferred.Count; i++)
        {
            algorithms.SetPosition(preferred[i], i);
        }
    }

    public void OnHostKeyReceived(object? sender, HostKeyEventArgs presented)
    {
        try
        {
            Refusal = Verify(presented);
        }
        catch (ConnectionException e)
        {
            Refusal = e;
        }

        presented.CanTrust = Refusal is null;
    }

    private ConnectionException? Verify(HostKeyEventArgs presented)
    {
        if (presented.Certificate is { } certificate
            && knownHosts.IsAuthority(Name, certificate.CertificateAuthorityKey))
        {
            return CheckCertificate(certificate, presented.HostKey);
        }

        var type = KeyTypeOf(presented);
        return knownHosts.Verify(Name, type, presented.HostKey) switch
        {
            HostKeyVerdict.Trusted => null,
            _ when settings.Keys is not null => UnexpectedKey(type, presented.HostKey),
            HostKeyVerdict.Changed(var file, var line) => HostKeyError(
                $"The host key of {Name} has changed: the host now presents {Fingerprint(presented.HostKey)} ({type}), but {file}:{line} has another key. "
                + $"The connection may be intercepted. If the machine was installed again, remove the line (ssh-keygen -R '{Name}' -f "
                + $"{file}) and add the new key."),
            HostKeyVerdict.Revoked(var file, var line) => HostKeyError(
                $"The host key of {Name}, {Fingerprint(presented.HostKey)} ({type}), is revoked in {file}:{line}. Install a new host key on the machine."),
            _ => settings.HostKeyCheck == HostKeyCheck.AcceptNew
                ? AcceptNewKey(type, presented.HostKey)
                : UnknownKey(type, presented.HostKey),
        };
    }

    // SSH.NET has verified the authority's signature before this check; only SSH.NET holds the signed bytes.
    private ConnectionException? CheckCertificate(Certificate certificate, byte[] key)
    {
        var now = (ulong)time.GetUtcNow().ToUnixTimeSeconds();
        var host = settings.HostKeyAlias ?? settings.HostName;
        var reason =
            certificate.Type != Certificate.CertificateType.Host ? "is not a host certificate"
            : now < certificate.ValidAfterUnixSeconds || now >= certificate.ValidBeforeUnixSeconds
                ? "is not valid at this time"
            : !certificate.ValidPrincipals.Any(principal => HostPattern.Matches(principal, host))
                ? $"is for other names: {string.Join(", ", certificate.ValidPrincipals)}"
            : certificate.CriticalOptions.Count > 0
                ? "has critical options, which are not allowed in a host certificate"
            : knownHosts.FindRevoked(Name, certificate.CertificateAuthorityKey) is { } authority
                ? $"is signed by an authority revoked in {authority.File}:{authority.Line}"
            : knownHosts.FindRevoked(Name, key) is { } revoked ? $"is for a key revoked in {revoked.File}:{revoked.Line}"
            : null;
        return reason is null
            ? null
            : HostKeyError($"The host certificate \"{certificate.KeyId}\" of {host} {reason}. Sign the machine's key again.");
    }

    private ConnectionException? AcceptNewKey(string type, byte[] key)
    {
        if (acceptedKey is not null)
        {
            return acceptedKey.AsSpan().SequenceEqual(key)
                ? null
                : HostKeyError(
                    $"The host key of {Name} changed during the connection, to {Fingerprint(key)} ({type}). "
                    + "The connection may be intercepted.");
        }

        if (settings.KnownHosts.Count > 0)
        {
            KnownHostsWriter.Append(settings.KnownHosts[0], Name, type, key, settings.HashKnownHosts);
        }

        acceptedKey = key;
        return null;
    }

    private ConnectionException UnknownKey(string type, byte[] key) => HostKeyError(
        $"The host key of {Name} is not known: the host presents {Fingerprint(key)} ({type}), and there is no key for it in {KnownHostsFiles}. "
        + $"Compare the fingerprint, then add the key: {ScanCommand} >> {FirstKnownHostsFile}, or run with --host-key-check accept-new.");

    private ConnectionException UnexpectedKey(string type, byte[] key) => HostKeyError(
        $"{settings.Endpoint} presents the host key {Fingerprint(key)} ({type}), which is not one of those that are expected of it: "
        + $"{string.Join(", ", knownHosts.Fingerprints(Name))}. Nothing was sent to it. The connection may be intercepted; if the "
        + "machine was installed again, register it again.");

    private string ScanCommand => $"ssh-keyscan -p {settings.Port} {settings.HostName}";

    private string KnownHostsFiles =>
        settings.KnownHosts.Count > 0 ? string.Join(", ", settings.KnownHosts) : "any known_hosts file (none is set)";

    private string FirstKnownHostsFile => settings.KnownHosts.Count > 0 ? settings.KnownHosts[0] : "~/.ssh/known_hosts";

    private static ConnectionException HostKeyError(string message) => new(ConnectionFailure.HostKey, message);

    private static string Fingerprint(byte[] key) => KeyFingerprint.Of(key);

    private static bool IsCertificate(string algorithm) =>
        algorithm.EndsWith(CertificateSuffix, StringComparison.Ordinal);

    private static IEnumerable<string> AlgorithmsOf(string keyType) =>
        keyType == "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256"] : [keyType];

    // rsa-sha2-512 is a signature algorithm; the key type is ssh-rsa.
    private static string KeyTypeOf(HostKeyEventArgs presented) => PublicKeyType.Of(presented.HostKey);
}
