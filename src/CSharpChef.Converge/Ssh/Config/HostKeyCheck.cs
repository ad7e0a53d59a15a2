namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// Whether a host without a known key is refused, or accepted and its key kept. Both refuse a changed key.
/// </summary>
internal enum HostKeyCheck { Strict, AcceptNew }
