using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.TestSupport;
using CSharpChef.Web;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace CSharpChef.Tests.Web;

/// <summary>The start of a whole server on an empty data folder.</summary>
public sealed class ControlServerTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-started-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StoreOptions Store => new(folder) { FreeBytes = _ => long.MaxValue };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact, WholeSuite]
    public async Task A_new_store_is_in_its_database_file_when_the_server_is_ready()
    {
        await using var server = await StartAsync("http://127.0.0.1:0");
        var copy = Directory.CreateDirectory(Path.Combine(folder, "copy")).FullName;
        foreach (var file in new[] { "csharpchef.db", "master.key" })
        {
            File.Copy(Path.Combine(folder, file), Path.Combine(copy, file));
        }

        await using var store = await StoreOpening.OpenAsync(new(copy), TimeProvider.System, Ct);

        Assert.Equal(
            await FirstAdministrator.AccountAsync(server.Plane.Store, Ct),
            await FirstAdministrator.AccountAsync(store, Ct));
    }

    [Fact]
    public async Task A_server_that_cannot_listen_makes_no_store_and_no_administrator()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await Assert.ThrowsAsync<UsageException>(() => StartAsync($"http://{other.LocalEndpoint}"));

        Assert.Equal(["server.lock"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
    }

    [Theory, WholeSuite]
    [InlineData("https://127.0.0.1:0", null)]
    [InlineData("http://127.0.0.1:0", "redis://127.0.0.1:1")]
    public async Task A_start_that_fails_leaves_no_credentials_file(string url, string? redis)
    {
        var options = new ServerOptions(Store)
        {
            Http = new()
            {
                Urls = [url],
                Certificate = Path.Combine(folder, "missing.pem"),
                Log = NullLoggerProvider.Instance,
            },
            Cluster = new() { RedisUrl = redis },
        };

        await Assert.ThrowsAnyAsync<ChefException>(() => ControlServer.StartAsync(options, Ct));

        Assert.False(File.Exists(Store.CredentialsPath));
    }

    [Fact, WholeSuite]
    public async Task The_start_after_one_that_could_not_listen_makes_the_administrator_for_its_own_URL()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await Assert.ThrowsAsync<UsageException>(() => StartAsync($"http://{other.LocalEndpoint}"));
        var url = $"http://127.0.0.1:{FreePort.Find()}";

        await using var server = await StartAsync(url);

        Assert.True(server.IsNew);
        Assert.Contains($"endpoint_url = {url}\n", await File.ReadAllTextAsync(Store.CredentialsPath, Ct), StringComparison.Ordinal);
    }

    private Task<ControlServer> StartAsync(string url) => ControlServer.StartAsync(
        new(Store) { Http = new() { Urls = [url], Log = NullLoggerProvider.Instance } }, Ct);
}
