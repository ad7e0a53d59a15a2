namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>boto3 calls every operation. A class of its own runs beside those of the others.</summary>
public sealed class PythonScenarioTests : ClientScenarioTests
{
    [Fact]
    public Task Every_operation_works_through_boto3() => RunAsync("boto3");
}
