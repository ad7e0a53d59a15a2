namespace CSharpChef.Converge.Send.Settings;

/// <summary>Default tries the post-quantum exchanges first, as OpenSSH does; Classic is several times faster.</summary>
internal enum KeyExchange { Default, Classic }
