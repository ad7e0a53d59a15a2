namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>The server refused to open a channel; the connection itself still works.</summary>
internal sealed class ChannelRefusedException(string reason) : IOException(reason);
