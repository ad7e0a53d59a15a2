using System.Text;
using Renci.SshNet.Common;
using Renci.SshNet.Messages.Connection;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// A message of the SSH connection protocol (RFC 4254), encoded by hand. Only SSH.NET can derive from its Message, so
/// this derives from one of its messages, whatever it encodes.
/// </summary>
internal sealed class WireMessage(byte number, string name, byte[] payload) : GlobalRequestMessage
{
    private const byte GlobalRequest = 80;
    private const byte ChannelOpen = 90;
    private const byte ChannelRequest = 98;

    public override string MessageName => name;

    public override byte MessageNumber => number;

    protected override int BufferCapacity => 1 + payload.Length;

    /// <summary>
    /// No server supports this request, so every server must reply with a failure: the reply shows that it is alive.
    /// </summary>
    public static WireMessage Ping() => new(GlobalRequest, "SSH_MSG_GLOBAL_REQUEST", Payload(p =>
    {
        p.Write("keepalive@openssh.com", Encoding.ASCII);
        p.WriteByte(1);
    }));

    public static WireMessage Open(string type, uint channel, uint window, uint packetSize, byte[] arguments) =>
        new(ChannelOpen, "SSH_MSG_CHANNEL_OPEN", Payload(p =>
        {
            p.Write(type, Encoding.ASCII);
            p.Write(channel);
            p.Write(window);
            p.Write(packetSize);
            p.Write(arguments);
        }));

    public static WireMessage Exec(uint channel, string command) => Request(channel, "exec", wantReply: true, command);

    public static WireMessage Terminate(uint channel) => Request(channel, "signal", wantReply: false, "TERM");

    /// <summary>The arguments that open a direct-tcpip channel: the destination, and the originator.</summary>
    public static byte[] Destination(string host, int port) => Payload(p =>
    {
        p.Write(host, Encoding.UTF8);
        p.Write((uint)port);
        p.Write("127.0.0.1", Encoding.ASCII);
        p.Write(0u);
    });

    protected override void LoadData() => throw new NotSupportedException();

    protected override void SaveData() => Write(payload);

    private static WireMessage Request(uint channel, string request, bool wantReply, string argument) =>
        new(ChannelRequest, "SSH_MSG_CHANNEL_REQUEST", Payload(p =>
        {
            p.Write(channel);
            p.Write(request, Encoding.ASCII);
            p.WriteByte(wantReply ? (byte)1 : (byte)0);
            p.Write(argument, Encoding.UTF8);
        }));

    private static byte[] Payload(Action<SshDataStream> write)
    {
        using var stream = new SshDataStream(64);
        write(stream);
        return stream.ToArray();
    }
}
