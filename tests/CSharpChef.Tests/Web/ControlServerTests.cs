using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Users;
using CSharpChef.TestSupport;
using CSharpChef.Web;
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

    private Task<ControlServer> StartAsync(string url) => ControlServer.StartAsync(
        new(Store) { Http = new() { Urls = [url], Log = NullLoggerProvider.Instance } }, Ct);
}
