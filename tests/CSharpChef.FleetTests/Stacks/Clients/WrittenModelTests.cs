using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Web;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>A client without a model of OpsWorks calls the server with the models that csharpchef writes.</summary>
public sealed class WrittenModelTests : IDisposable
{
    private const string Unknown = "chefworks";

    private readonly string models = TemporaryFolder.Create("csharpchef-models-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Boto3_reads_all_operations_waiters_and_paginators_of_the_written_model()
    {
        await WriteAsync();
        await using var server = await RecordedServer.StartAsync(Ct);
        await using var client = ClientSession.Start("boto3", server.Url, server.Credentials, Unknown, models);

        await new ClientScenario(client, server.SetAsync, server.FinishAsync).RunAsync();

        Assert.Equal(74, client.CalledOperations.Count);
    }

    [Fact]
    public async Task The_AWS_CLI_reads_all_operations_and_waiters_of_the_written_model()
    {
        await WriteAsync();
        await using var server = await RecordedServer.StartAsync(Ct);
        await using var client = ClientSession.Start("cli", server.Url, server.Credentials, Unknown, models);

        var summary = await client.CallAsync("DescribeOperatingSystems");
        await client.RequireRefusalAsync(
            "ResourceNotFoundException",
            "Unable to find stack with ID x",
            "DescribeStacks",
            new { StackIds = new[] { "x" } });

        Assert.NotEmpty(summary["OperatingSystems"]!.AsArray());
    }

    public void Dispose() => Directory.Delete(models, recursive: true);

    // A service name for which no client has a model.
    private async Task WriteAsync()
    {
        AwsClient.SkipUnlessInstalled();
        var tool = Path.Combine(AppContext.BaseDirectory, "csharpchef.dll");
        (await LocalCommand.RunAsync(["dotnet", tool, "model", "--aws", models], "", Ct)).ExpectSuccess("model");
        Directory.Move(Path.Combine(models, "opsworks"), Path.Combine(models, Unknown));
    }
}
