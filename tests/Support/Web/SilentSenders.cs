using System.Net.Sockets;
using System.Text;

namespace CSharpChef.TestSupport.Web;

/// <summary>
/// Connections that send a head with the id of a real access key and a wrong signature, and all but the last bytes of a
/// body. A sender that is refused begins again.
/// </summary>
internal sealed class SilentSenders : IAsyncDisposable
{
    private const int HeldBack = 6;

    private readonly CancellationTokenSource end = new();
    private readonly List<Task> senders;
    private readonly TaskCompletionSource allConnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string url;
    private readonly int bytes;
    private readonly int count;
    private int connected;

    private SilentSenders(string url, int count, int bytes)
    {
        this.url = url;
        this.count = count;
        this.bytes = bytes;
        senders = [.. Enumerable.Range(0, count).Select(_ => Task.Run(SendAlwaysAsync))];
    }

    /// <summary>Starts the senders, and returns when each has sent its head and the begin of its body.</summary>
    /// <param name="url">The server.</param>
    /// <param name="count">The senders.</param>
    /// <param name="bytes">The length of each body.</param>
    public static async Task<SilentSenders> StartAsync(string url, int count, int bytes)
    {
        var senders = new SilentSenders(url, count, bytes);
        await senders.allConnected.Task;
        return senders;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(senders);
        end.Dispose();
    }

    private async Task SendAlwaysAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await SendAsync();
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The server closed the connection, or the test ended.
            }
        }
    }

    private async Task SendAsync()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(url).Port, end.Token);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head()), end.Token);
        if (Interlocked.Increment(ref connected) == count)
        {
            allConnected.SetResult();
        }

        await connection.GetStream().WriteAsync(new byte[bytes - HeldBack], end.Token);
        await new StreamReader(connection.GetStream()).ReadToEndAsync(end.Token);
    }

    private string Head()
    {
        var now = $"{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        return "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-amz-json-1.1\r\n"
            + $"X-Amz-Target: OpsWorks_20130218.DescribeStacks\r\nX-Amz-Date: {now}\r\nX-Forwarded-For: 203.0.113.9\r\n"
            + $"Authorization: AWS4-HMAC-SHA256 Credential={TestCredentials.KeyId}/{now[..8]}/x/opsworks/aws4_request, "
            + $"SignedHeaders=host;x-amz-date;x-amz-target, Signature={new string('0', 64)}\r\n"
            + $"Content-Length: {bytes}\r\n\r\n";
    }
}
