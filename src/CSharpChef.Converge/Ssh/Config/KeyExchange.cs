namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Default tries the post-quantum exchanges first, as OpenSSH does; Classic is several times faster.</summary>
internal enum KeyExchange { Default, Classic }
