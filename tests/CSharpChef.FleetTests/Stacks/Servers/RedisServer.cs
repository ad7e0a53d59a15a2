using System.Diagnostics;
using System.Net.Sockets;
using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;
using StackExchange.Redis;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>A Redis server for tests, which stores nothing on disk.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    // The name of this program selects what it does: called redis-server, it is the server. Unlike the package
    // redis-server, the package redis-tools starts no service.
    private const string Program = "/usr/bin/redis-check-rdb";

    private readonly string folder;
    private readonly Process process;
    private readonly int port;

    private RedisServer(string folder, Process process, int port) =>
        (this.folder, this.process, this.port) = (folder, process, port);

    public string Url => $"redis://127.0.0.1:{port}";

    public static async Task<RedisServer> StartAsync()
    {
        Prerequisite.Require(File.Exists(Program), "the Debian package redis-tools is not installed");
        var folder = TemporaryFolder.Create("csharpchef-redis-");
        var program = File.CreateSymbolicLink(Path.Combine(folder, "redis-server"), Program).FullName;
        var port = FreePort.Find();
        string[] arguments =
        [
            "--dir",
            folder,
            "--bind",
            "127.0.0.1",
            "--port",
            $"{port}",
            "--save",
            "",
            "--appendonly",
            "no",
            "--daemonize",
            "no"
        ];
        var server = new RedisServer(
            folder, Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!, port);
        server.process.BeginOutputReadLine();
        while (!await server.AnswersAsync())
        {
            Assert.False(server.process.HasExited, "redis-server ended");
            await Task.Delay(20);
        }

        return server;
    }

    public async Task FlushAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},allowAdmin=true");
        await connection.GetServers()[0].FlushAllDatabasesAsync();
    }

    public async Task RequirePasswordAsync(string password)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},allowAdmin=true");
        await connection.GetServers()[0].ConfigSetAsync("requirepass", password);
    }

    /// <summary>Counts the values of a hash that contain a text.</summary>
    public async Task<int> CountAsync(string hash, string text)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}");
        var values = await connection.GetDatabase().HashValuesAsync(hash);
        return values.Count(value => value.ToString().Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Ends the server at once; its clients lose it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
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
