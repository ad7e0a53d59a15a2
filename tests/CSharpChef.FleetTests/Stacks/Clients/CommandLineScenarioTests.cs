namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The AWS command line calls every operation. A class of its own runs beside those of the others.</summary>
public sealed class CommandLineScenarioTests : ClientScenarioTests
{
    [Fact]
    public Task Every_operation_works_through_the_AWS_CLI() => RunAsync("cli");
}
