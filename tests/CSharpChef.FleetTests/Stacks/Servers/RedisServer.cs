using System.Diagnostics;
using System.Net.Sockets;

namespace CSharpChef.FleetTests;

/// <summary>A Redis of the tests' own, that keeps nothing.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";

    private readonly Process process;
    private readonly int port;

    private RedisServer(Process process, int port) => (this.process, this.port) = (process, port);

    public string Url => $"redis://127.0.0.1:{port}";

    public static async Task<RedisServer> StartAsync()
    {
        Wanted.Or(File.Exists(Program), "Debian's redis-server is needed");
        var port = FreePort.Find();
        string[] arguments = ["--bind", "127.0.0.1", "--port", $"{port}", "--save", "", "--appendonly", "no", "--daemonize", "no"];
        var server = new RedisServer(Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!, port);
        server.process.BeginOutputReadLine();
        while (!await server.AnswersAsync())
        {
            Assert.False(server.process.HasExited, "redis-server ended");
            await Task.Delay(20);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
