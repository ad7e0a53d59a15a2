using System.Net.Sockets;

namespace CSharpChef.Stacks.Providers;

/// <summary>Tests whether an SSH server answers at an address: it sends its version before a login.</summary>
internal static class SshGreeting
{
    private static readonly byte[] Start = "SSH-"u8.ToArray();

    public static async Task<bool> AnswersAsync(string address, int port, TimeSpan limit, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(limit);
        try
        {
            return await ReadAsync(address, port, timeout.Token);
        }
        catch (Exception e) when (e is SocketException or IOException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task<bool> ReadAsync(string address, int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address, port, ct);
        var greeting = new byte[Start.Length];
        var read = await client.GetStream().ReadAtLeastAsync(greeting, greeting.Length, throwOnEndOfStream: false, ct);
        return read == greeting.Length && greeting.SequenceEqual(Start);
    }
}
