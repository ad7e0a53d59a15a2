using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Ssh.HostKeys;

/// <summary>The host keys that were given for one host, in place of known_hosts files.</summary>
internal static class ExpectedHostKeys
{
    private const string AnyHost = "*";

    /// <exception cref="ConnectionException">There is none, or a line is not a public key.</exception>
    public static KnownHosts Parse(IReadOnlyList<string> lines, SshSettings settings) => lines.Count > 0
        ? new([.. lines.Select((line, index) => Parse(line, index + 1, settings))])
        : throw new ConnectionException(ConnectionFailure.HostKey,
            $"No host key is known of {settings.Endpoint}, so it is not connected to. Register the machine with its host keys.");

    private static KnownHost Parse(string line, int number, SshSettings settings) =>
        KnownHost.Parse($"{AnyHost} {line}", "the expected host keys", number) is { Kind: KnownHostKind.Key } key
        && PublicKeyType.Of(key.Key) == key.KeyType
            ? key
            : throw new ConnectionException(ConnectionFailure.HostKey,
                $"The expected host key {number} of {settings.Endpoint} is not a public key: it must be a line as in ssh_host_ed25519_key.pub.");
}
