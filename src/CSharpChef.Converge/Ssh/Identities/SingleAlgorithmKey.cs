using Renci.SshNet;
using Renci.SshNet.Security;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// A private key that is offered with one signature algorithm. SSH.NET offers an RSA key with three algorithms, each of
/// which counts against the server's MaxAuthTries. With a single algorithm, SSH.NET sends the signature at once, which
/// saves a round trip.
/// </summary>
internal sealed class SingleAlgorithmKey(IPrivateKeySource key) : IPrivateKeySource
{
    public IReadOnlyCollection<HostAlgorithm> HostKeyAlgorithms { get; } =
        [key.HostKeyAlgorithms.FirstOrDefault(IsRsaSha512) ?? key.HostKeyAlgorithms.First()];

    private static bool IsRsaSha512(HostAlgorithm algorithm) =>
        algorithm.Name.StartsWith("rsa-sha2-512", StringComparison.Ordinal);
}
