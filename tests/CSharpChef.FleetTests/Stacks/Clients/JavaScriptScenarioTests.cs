namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>
/// The SDK for JavaScript calls every operation. Test classes run in parallel, so each client has its own.
/// </summary>
public sealed class JavaScriptScenarioTests : ClientScenarioTests
{
    [Fact]
    public Task Every_operation_works_through_the_JavaScript_SDK() => RunAsync("js");
}
