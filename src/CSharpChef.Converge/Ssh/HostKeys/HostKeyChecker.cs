using System.Security.Cryptography;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Security;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>Decides whether a host is the one it claims to be. Without it SSH.NET would believe any.</summary>
internal sealed class HostKeyChecker(SshSettings settings, KnownHosts known, TimeProvider time)
{
    private const string CertificateSuffix = "-cert-v01@openssh.com";

    // Keys are exchanged anew on a long connection, and the host is then checked again.
    private byte[]? accepted;

    /// <summary>Why the host was refused, if it was.</summary>
    public ConnectionException? Refusal { get; private set; }

    private string Name => settings.HostKeyName;

    /// <summary>
    /// Asks for the kinds of key that are written down first, and for certificates only if an authority is.
    /// </summary>
    public void Prefer(IOrderedDictionary<string, Func<byte[], KeyHostAlgorithm>> algorithms)
    {
        var withCertificates = known.HasAuthority(Name);
        foreach (var name in algorithms.Keys
            .Where(name => name == "ssh-rsa" || (!withCertificates && IsCertificate(name)))
            .ToList())
        {
            algorithms.Remove(name);
        }

        var preferred = algorithms.Keys.Where(IsCertificate)
            .Concat(known.KeyTypes(Name).SelectMany(Algorithms))
            .Where(algorithms.ContainsKey)
            .ToList();
        for (var i = 0; i < preferred.Count; i++)
        {
            algorithms.SetPosition(preferred[i], i);
        }
    }

    public void Check(object? sender, HostKeyEventArgs shown)
    {
        try
        {
            Refusal = Judge(shown);
        }
        catch (ConnectionException e)
        {
            Refusal = e;
        }

        shown.CanTrust = Refusal is null;
    }

    private ConnectionException? Judge(HostKeyEventArgs shown)
    {
        if (shown.Certificate is { } certificate && known.IsAuthority(Name, certificate.CertificateAuthorityKey))
        {
            return JudgeCertificate(certificate, shown.HostKey);
        }

        var type = KeyType(shown);
        return known.Judge(Name, type, shown.HostKey) switch
        {
            HostKeyVerdict.Trusted => null,
            HostKeyVerdict.Changed(var file, var line) => Refuse(
                $"The host key of {Name} has changed: it now shows {Fingerprint(shown.HostKey)} ({type}), but {file}:{line} has another. "
                + $"Somebody may be in between. If the machine was set up anew, remove the line (ssh-keygen -R '{Name}' -f "
                    + $"{file}) and add the new key."),
            HostKeyVerdict.Revoked(var file, var line) => Refuse(
                $"The host key of {Name}, {Fingerprint(shown.HostKey)} ({type}), is revoked in {file}:{line}. Give the machine a new key."),
            _ => settings.HostKeyCheck == HostKeyCheck.AcceptNew
                ? Accept(type, shown.HostKey)
                : Unknown(type, shown.HostKey),
        };
    }

    // SSH.NET has verified the authority's signature and the validity before it asks us; only it holds the signed
    // bytes.
    private ConnectionException? JudgeCertificate(Certificate certificate, byte[] key)
    {
        var now = (ulong)time.GetUtcNow().ToUnixTimeSeconds();
        var host = settings.HostKeyAlias ?? settings.HostName;
        var wrong =
            certificate.Type != Certificate.CertificateType.Host ? "is not one for hosts"
            : now < certificate.ValidAfterUnixSeconds || now >= certificate.ValidBeforeUnixSeconds
                ? "is not valid at this time"
            : !certificate.ValidPrincipals.Any(principal => HostPattern.Matches(principal, host))
                ? $"is for {string.Join(", ", certificate.ValidPrincipals)}"
            : certificate.CriticalOptions.Count > 0 ? "has critical options, which no host certificate may have"
            : known.FindRevoked(Name, certificate.CertificateAuthorityKey) is { } authority
                ? $"is signed by an authority revoked in {authority.File}:{authority.Line}"
            : known.FindRevoked(Name, key) is { } revoked ? $"is for a key revoked in {revoked.File}:{revoked.Line}"
            : null;
        return wrong is null
            ? null
            : Refuse($"The host certificate \"{certificate.KeyId}\" of {host} {wrong}. Sign the machine's key anew.");
    }

    private ConnectionException? Accept(string type, byte[] key)
    {
        if (accepted is not null)
        {
            return accepted.AsSpan().SequenceEqual(key)
                ? null
                : Refuse(
                    $"The host key of {Name} changed during the connection, to {Fingerprint(key)} ({type}). Somebody may "
                    + "be in between.");
        }

        if (settings.KnownHosts.Count > 0)
        {
            KnownHostsWriter.Append(settings.KnownHosts[0], Name, type, key, settings.HashKnownHosts);
        }

        accepted = key;
        return null;
    }

    private ConnectionException Unknown(string type, byte[] key) => Refuse(
        $"The host key of {Name} is not known: it shows {Fingerprint(key)} ({type}), and {string.Join(", ", settings.KnownHosts)} "
        + $"have no key for it. Compare the fingerprint, then add it: {Scan} >> {FirstFile}, or run with --host-key-check accept-new.");

    private string Scan => $"ssh-keyscan -p {settings.Port} {settings.HostName}";

    private string FirstFile => settings.KnownHosts.Count > 0 ? settings.KnownHosts[0] : "~/.ssh/known_hosts";

    private static ConnectionException Refuse(string message) => new(ConnectionFailure.HostKey, message);

    private static string Fingerprint(byte[] key) =>
        "SHA256:" + Convert.ToBase64String(SHA256.HashData(key)).TrimEnd('=');

    private static bool IsCertificate(string algorithm) =>
        algorithm.EndsWith(CertificateSuffix, StringComparison.Ordinal);

    private static IEnumerable<string> Algorithms(string keyType) =>
        keyType == "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256"] : [keyType];

    // rsa-sha2-512 is a way to sign; the key itself is an ssh-rsa one.
    private static string KeyType(HostKeyEventArgs shown)
    {
        using var key = new SshDataStream(shown.HostKey);
        return key.ReadString(System.Text.Encoding.ASCII);
    }
}
