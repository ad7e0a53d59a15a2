namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>A key that an ssh-agent lists.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Comment">The comment of the key.</param>
internal sealed record AgentEntry(byte[] Key, string Comment);
