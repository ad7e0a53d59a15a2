using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Renci.SshNet.Common;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// Talks to an ssh-agent (draft-ietf-sshm-ssh-agent); synchronously, because SSH.NET signs synchronously.
/// </summary>
internal sealed class AgentClient(string socketPath)
{
    private const byte RequestIdentities = 11;
    private const byte IdentitiesAnswer = 12;
    private const byte SignRequest = 13;
    private const byte SignResponse = 14;
    private const int LargestAnswer = 256 * 1024;
    private const int TimeoutMs = 60_000;

    /// <summary>The public keys and comments; empty when no agent answers.</summary>
    public IReadOnlyList<AgentEntry> List()
    {
        using var answer = TryAsk([RequestIdentities]);
        if (answer is null || answer.ReadByte() != IdentitiesAnswer)
        {
            return [];
        }

        var count = answer.ReadUInt32();
        var keys = new List<AgentEntry>();
        for (var i = 0; i < count && !answer.IsEndOfData; i++)
        {
            keys.Add(new AgentEntry(answer.ReadBinary(), answer.ReadString(Encoding.UTF8)));
        }

        return keys;
    }

    /// <summary>The signature with its algorithm name in front, or null when the agent refuses to sign.</summary>
    public byte[]? Sign(byte[] key, byte[] data, uint flags)
    {
        using var request = new SshDataStream(data.Length + key.Length + 16);
        request.WriteByte(SignRequest);
        request.WriteBinary(key);
        request.WriteBinary(data);
        request.Write(flags);
        using var answer = TryAsk(request.ToArray());
        return answer?.ReadByte() == SignResponse ? answer.ReadBinary() : null;
    }

    private SshDataStream? TryAsk(byte[] request)
    {
        try
        {
            return Ask(request);
        }
        catch (Exception e) when (e is SocketException or IOException or ArgumentException)
        {
            return null;
        }
    }

    private SshDataStream Ask(byte[] request)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.ReceiveTimeout = TimeoutMs;
        socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        using var stream = new NetworkStream(socket);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, request.Length);
        stream.Write([.. length, .. request]);
        stream.ReadExactly(length);
        var answer = new byte[Math.Clamp(BinaryPrimitives.ReadInt32BigEndian(length), 1, LargestAnswer)];
        stream.ReadExactly(answer);
        return new SshDataStream(answer);
    }
}
