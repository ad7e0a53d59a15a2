namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>The server did not open a channel; the connection itself is well.</summary>
internal sealed class ChannelRefusedException(string why) : IOException(why);
