namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// The preferred key exchange: Default is post-quantum, as in OpenSSH; Classic is several times faster.
/// </summary>
internal enum KeyExchange { Default, Classic }
