using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.FleetTests.Stacks.Providers;

[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class LocalContractTests : ProviderContract, IAsyncLifetime
{
    private LocalHost host = null!;

    internal override IMachineProvider Provider => host.Machines;

    public async ValueTask InitializeAsync() => host = await LocalHost.CreateAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    internal override MachineOrder With(MachineOrder order) =>
        order with { AuthorizedKeys = host.Order().AuthorizedKeys };

    internal override Task UntilAsync(Func<Task<bool>> condition) => LocalHost.UntilAsync(condition, Cancel);
}
