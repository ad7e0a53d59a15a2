using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;
using Npgsql;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>
/// A PostgreSQL server for tests, in a temporary folder. It runs without fsync, because tests kill only its
/// clients.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(Directory.Exists)
            .Max()
        : null;

    private readonly string folder;
    private readonly int port = FreePort.Find();

    private PostgresServer(string folder) => this.folder = folder;

    public static void SkipUnlessInstalled() => Prerequisite.Require(Programs is not null, "the Debian package postgresql is not installed");

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(TemporaryFolder.Create("csharpchef-postgres-"));
        if (Environment.IsPrivilegedProcess)
        {
            (await LocalCommand.RunAsync(["chown", "postgres:", server.folder], "", default)).ExpectSuccess("chown");
        }

        (await RunAsync(
            "initdb",
            "-D",
            server.Data,
            "-U",
            "chef",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync")).ExpectSuccess("initdb");
        await server.BeginAsync();
        return server;
    }

    /// <summary>Creates an empty schema for one store.</summary>
    /// <returns>The URL of the schema.</returns>
    public async Task<string> CreateSchemaAsync(string name)
    {
        await using var source =
            NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=chef;Database=postgres;Pooling=false");
        await using var command = source.CreateCommand($"create schema \"{name}\"");
        await command.ExecuteNonQueryAsync();
        return UrlOf(name);
    }

    public string UrlOf(string schema) => $"postgres://chef@127.0.0.1:{port}/postgres?Search%20Path={schema}";

    public async Task<string> DumpAsync(string schema) =>
        (await RunAsync(
            "pg_dump", "-h", "127.0.0.1", "-p", $"{port}", "-U", "chef", "-n", schema, "postgres")).ExpectSuccess("pg_dump");

    public async Task BeginAsync()
    {
        var settings = $"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=300 -c shared_buffers=32MB";
        (await RunAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", settings, "start"))
            .ExpectSuccess("pg_ctl start");
    }

    public async Task EndAsync() =>
        (await RunAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop")).ExpectSuccess("pg_ctl stop");

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    // PostgreSQL refuses to run as root.
    private static Task<LocalCommand> RunAsync(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs!, program), .. arguments];
        return LocalCommand.RunAsync(
            Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command, "", default);
    }
}
