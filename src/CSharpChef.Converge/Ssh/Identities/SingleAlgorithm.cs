using Renci.SshNet;
using Renci.SshNet.Security;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// A key offered with one algorithm only. SSH.NET offers an RSA key with three, each of which counts against the
/// server's MaxAuthTries; and a key with one algorithm it signs at once, which saves a round trip.
/// </summary>
internal sealed class SingleAlgorithm(IPrivateKeySource key) : IPrivateKeySource
{
    public IReadOnlyCollection<HostAlgorithm> HostKeyAlgorithms { get; } =
        [key.HostKeyAlgorithms.FirstOrDefault(IsRsaSha512) ?? key.HostKeyAlgorithms.First()];

    private static bool IsRsaSha512(HostAlgorithm algorithm) =>
        algorithm.Name.StartsWith("rsa-sha2-512", StringComparison.Ordinal);
}
