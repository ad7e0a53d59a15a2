using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CSharpChef.TestSupport.Web;

/// <summary>A client with a small receive buffer that reads its answer only when the test says so.</summary>
internal sealed class SlowReader : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        ReceiveBufferSize = 4096,
    };

    private readonly byte[] buffer = new byte[4096];

    public long BytesRead { get; private set; }

    /// <summary>True when the answer has its last bytes.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Sends a call with the token of the test.</summary>
    public async Task SendAsync(string url, CancellationToken ct)
    {
        var host = new Uri(url).Authority;
        await socket.ConnectAsync(IPEndPoint.Parse(host), ct);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-amz-json-1.1\r\n"
                + $"X-Amz-Target: OpsWorks_20130218.DescribeStacks\r\nAuthorization: Bearer {TestCredentials.Token}\r\n"
                + "Connection: close\r\nContent-Length: 2\r\n\r\n{}"),
            ct);
    }

    /// <summary>Reads until the condition is true.</summary>
    public async Task ReadUntilAsync(Func<bool> condition, CancellationToken ct)
    {
        while (!condition() && await ReadAsync(ct))
        {
        }
    }

    /// <summary>Reads until the server closes the connection or breaks it.</summary>
    public async Task ReadToEndAsync(CancellationToken ct)
    {
        try
        {
            await ReadUntilAsync(() => false, ct);
        }
        catch (SocketException)
        {
            // The server broke the connection.
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var length = await socket.ReceiveAsync(buffer, ct);
        BytesRead += length;
        IsComplete |= buffer.AsSpan(0, length).EndsWith("0\r\n\r\n"u8);
        return length > 0;
    }
}
