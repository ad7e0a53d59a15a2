using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Security;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>A private key that an agent holds and signs with.</summary>
internal sealed class AgentKey(AgentClient agent, byte[] key) : IPrivateKeySource
{
    public IReadOnlyCollection<HostAlgorithm> HostKeyAlgorithms { get; } = [new Signer(agent, key)];

    private static string TypeOf(byte[] key)
    {
        using var stream = new SshDataStream(key);
        return stream.ReadString(Encoding.ASCII);
    }

    // RSA keys are asked to sign with SHA-512; plain "ssh-rsa" means SHA-1, which servers refuse.
    private sealed class Signer(AgentClient agent, byte[] key)
        : HostAlgorithm(TypeOf(key) switch
        {
            "ssh-rsa" => "rsa-sha2-512",
            "ssh-rsa-cert-v01@openssh.com" => "rsa-sha2-512-cert-v01@openssh.com",
            var type => type,
        })
    {
        private const uint RsaSha512 = 4;

        public override byte[] Data => key;

        public override byte[] Sign(byte[] data) =>
            agent.Sign(key, data, Name.StartsWith("rsa", StringComparison.Ordinal) ? RsaSha512 : 0)
            ?? throw new SshAuthenticationException("The agent refused to sign.");

        public override bool VerifySignature(byte[] data, byte[] signature) => throw new NotSupportedException();
    }
}
