namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>boto3 calls every operation. Test classes run in parallel, so each client has its own.</summary>
public sealed class PythonScenarioTests : ClientScenarioTests
{
    [Fact]
    public Task Every_operation_works_through_boto3() => RunAsync("boto3");
}
