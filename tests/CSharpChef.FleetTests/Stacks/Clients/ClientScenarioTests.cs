using CSharpChef.FleetTests.Machines;
using CSharpChef.FleetTests.Web;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>AWS clients call every operation, and every answer fits the service model of AWS.</summary>
[Collection(FleetCollectionFactory.AwsClients)]
public sealed class ClientScenarioTests
{
    [Theory]
    [InlineData("cli")]
    [InlineData("boto3")]
    [InlineData("js")]
    public async Task Every_operation_works_through_an_AWS_client(string name)
    {
        var ct = TestContext.Current.CancellationToken;
        AwsClient.SkipUnlessInstalled();
        await AwsClient.InstallAsync(ct);
        var check = new ModelCheck(await ModelCheck.ReadAwsModelAsync("service-2.json", ct));
        await using var server = await RecordedServer.StartAsync(ct);
        await using var client = ClientSession.Start(name, server.Url, server.Credentials);

        await new ClientScenario(client, server.SetAsync, server.FinishAsync).RunAsync();

        Assert.Equal(
            check.Operations.Order(StringComparer.Ordinal), client.CalledOperations.Order(StringComparer.Ordinal));
        Assert.Equal(
            check.Operations.Except(["GrantAccess"]).Order(StringComparer.Ordinal),
            server.Operations.Answers.Select(answer => answer.Operation).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(server.Operations.Answers.SelectMany(answer => check.Faults(answer.Operation, answer.Body)));
    }
}
