using System.Net.Sockets;

namespace CSharpChef.Stacks.Providers;

/// <summary>Whether an SSH server answers somewhere. It says who it is before anybody logs in.</summary>
internal static class SshGreeting
{
    private static readonly byte[] Start = "SSH-"u8.ToArray();

    public static async Task<bool> AnswersAsync(string address, int port, TimeSpan limit, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        both.CancelAfter(limit);
        try
        {
            return await ReadAsync(address, port, both.Token);
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
