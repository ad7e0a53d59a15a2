namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// The keys of a login as values, for a server. With them, nothing that belongs to the account of this process is read
/// (ssh_config, agent, known_hosts, key files), nothing is written, and nobody is asked.
/// </summary>
/// <param name="PrivateKey">The text of a private key in the format of OpenSSH, without a passphrase.</param>
/// <param name="HostKeys">
/// The expected host keys, each a line as in ssh_host_ed25519_key.pub. The host must present one of them.
/// </param>
internal sealed record GivenKeys(string PrivateKey, IReadOnlyList<string> HostKeys)
{
    /// <summary>The private keys to try after the first one.</summary>
    public IReadOnlyList<string> FormerPrivateKeys { get; init; } = [];

    // A key must not reach a log through the text of this record.
    public override string ToString() => nameof(GivenKeys);
}
