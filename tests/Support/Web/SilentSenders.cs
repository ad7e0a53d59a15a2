using System.Net.Sockets;

namespace CSharpChef.TestSupport.Web;

/// <summary>
/// Connections that send a head with the id of a real access key and a wrong signature, and all but the last bytes of a
/// body. A sender that is refused begins again.
/// </summary>
internal sealed class SilentSenders : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> senders;
    private readonly TaskCompletionSource allConnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string url;
    private readonly SilentCall call;
    private readonly int count;
    private int connected;

    private SilentSenders(string url, int count, int bytes)
    {
        this.url = url;
        this.count = count;
        call = new("a", TestCredentials.KeyId, bytes);
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
        await connection.GetStream().WriteAsync(call.Head(), end.Token);
        if (Interlocked.Increment(ref connected) == count)
        {
            allConnected.SetResult();
        }

        await connection.GetStream().WriteAsync(call.Body(), end.Token);
        await new StreamReader(connection.GetStream()).ReadToEndAsync(end.Token);
    }
}
