namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>
/// The AWS command line calls every operation. Test classes run in parallel, so each client has its own.
/// </summary>
public sealed class CommandLineScenarioTests : ClientScenarioTests
{
    [Fact]
    public Task Every_operation_works_through_the_AWS_CLI() => RunAsync("cli");
}
