using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>The host keys in the known_hosts files.</summary>
internal sealed class KnownHosts(IReadOnlyList<KnownHost> entries)
{
    public static KnownHosts Parse(string text, string file) => new([.. Lines(text.Split('\n'), file)]);

    public static KnownHosts Load(IEnumerable<string> files)
    {
        return new([.. files.Where(File.Exists).SelectMany(Read)]);

        static IEnumerable<KnownHost> Read(string file)
        {
            try
            {
                // Shared with writers: a writer's lock must not make the file unreadable.
                using var reader = new StreamReader(
                    new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
                return [.. Lines(reader.ReadToEnd().Split('\n'), file)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ConnectionException(ConnectionFailure.HostKey,
                    $"Cannot read the known hosts in {file}: {e.Message} Make it readable, or choose another file with --known-hosts.", e);
            }
        }
    }

    /// <summary>
    /// The types of a host's known keys. A client must ask for these types first: a host with several keys might
    /// otherwise present a key of another type.
    /// </summary>
    public IReadOnlyList<string> KeyTypes(string name) =>
        [.. For(name, KnownHostKind.Key).Select(entry => entry.KeyType).Distinct()];

    /// <summary>The fingerprints of a host's known keys, each with its type.</summary>
    public IEnumerable<string> Fingerprints(string name) =>
        For(name, KnownHostKind.Key).Select(entry => $"{KeyFingerprint.Of(entry.Key)} ({entry.KeyType})");

    public bool HasAuthority(string name) => For(name, KnownHostKind.CertificateAuthority).Any();

    public bool IsAuthority(string name, ReadOnlySpan<byte> key)
    {
        foreach (var entry in For(name, KnownHostKind.CertificateAuthority))
        {
            if (entry.IsKey(key))
            {
                return true;
            }
        }

        return false;
    }

    public HostKeyVerdict.Revoked? FindRevoked(string name, ReadOnlySpan<byte> key)
    {
        foreach (var entry in For(name, KnownHostKind.Revoked))
        {
            if (entry.IsKey(key))
            {
                return new(entry.File, entry.Line);
            }
        }

        return null;
    }

    public HostKeyVerdict Verify(string name, string keyType, byte[] key)
    {
        if (FindRevoked(name, key) is { } revoked)
        {
            return revoked;
        }

        var knownKeys = For(name, KnownHostKind.Key).ToList();
        if (knownKeys.Exists(entry => entry.IsKey(key)))
        {
            return new HostKeyVerdict.Trusted();
        }

        // A known key of another type counts too: the host presents a key that it did not have.
        var changed = knownKeys.Find(entry => entry.KeyType == keyType) ?? knownKeys.FirstOrDefault();
        return changed is null ? new HostKeyVerdict.Unknown() : new HostKeyVerdict.Changed(changed.File, changed.Line);
    }

    private static IEnumerable<KnownHost> Lines(IEnumerable<string> lines, string file) =>
        lines.Select((text, index) => KnownHost.Parse(text, file, index + 1)).OfType<KnownHost>();

    private IEnumerable<KnownHost> For(string name, KnownHostKind kind) =>
        entries.Where(entry => entry.Kind == kind && entry.IsFor(name));
}
