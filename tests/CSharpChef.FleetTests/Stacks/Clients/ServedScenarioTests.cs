using CSharpChef.FleetTests.Stacks.Servers;
using CSharpChef.FleetTests.Web;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>
/// Calls every operation of a server process that starts with an empty store, on each kind of database.
/// </summary>
public sealed class ServedScenarioTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-served-");

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Every_operation_works_on_a_server_process_with_each_database(string kind)
    {
        AwsClient.SkipUnlessInstalled();
        string[] store = kind == "sqlite"
            ? []
            : ["--store", await (await SharedPostgres.GetAsync()).CreateSchemaAsync("served")];
        await using var server = await ServeProcess.StartAsync(["--data", folder, .. store]);
        await using var client = ClientSession.Start("boto3", server.Url, Path.Combine(folder, "credentials"));

        await new ClientScenario(client, set: null, finish: null).RunAsync();

        Assert.Equal(74, client.CalledOperations.Count);
        Assert.Equal(0, await server.TerminateAsync());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
