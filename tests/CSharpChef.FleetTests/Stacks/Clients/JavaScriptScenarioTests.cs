namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The SDK for JavaScript calls every operation. A class of its own runs beside those of the others.</summary>
public sealed class JavaScriptScenarioTests : ClientScenarioTests
{
    [Fact]
    public Task Every_operation_works_through_the_JavaScript_SDK() => RunAsync("js");
}
