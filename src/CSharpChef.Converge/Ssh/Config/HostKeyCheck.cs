namespace CSharpChef.Converge.Ssh.Config;

/// <summary>What happens with a host whose key nobody has written down yet. A changed key is refused by both.</summary>
internal enum HostKeyCheck { Strict, AcceptNew }
