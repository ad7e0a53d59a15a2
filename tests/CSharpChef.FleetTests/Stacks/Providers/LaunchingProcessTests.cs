using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.FleetTests.Stacks.Providers;

/// <summary>The process that <see cref="KilledLaunchTests"/> kills.</summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class LaunchingProcessTests
{
    public const string Folder = "CSHARPCHEF_TEST_MACHINES";
    public const string Instance = "CSHARPCHEF_TEST_INSTANCE";
    public const string Key = "CSHARPCHEF_TEST_KEY";

    [Fact(Explicit = true)]
    public async Task A_process_of_its_own_launches_a_machine()
    {
        var order = new MachineOrder(Environment.GetEnvironmentVariable(Instance)!, 1, "web-1")
        {
            AuthorizedKeys = [Environment.GetEnvironmentVariable(Key)!],
        };

        var machine = await new LocalMachines(LocalHost.OptionsIn(Environment.GetEnvironmentVariable(Folder)!))
            .LaunchAsync(order, TestContext.Current.CancellationToken);

        Assert.Equal(order.Token, machine.Id);
    }
}
