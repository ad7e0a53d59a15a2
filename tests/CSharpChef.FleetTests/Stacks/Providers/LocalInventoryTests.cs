using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Images;

namespace CSharpChef.FleetTests.Stacks.Providers;

[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class LocalInventoryTests : IAsyncLifetime
{
    private LocalHost host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LocalInventory Inventory => new(host.Options);

    public async ValueTask InitializeAsync() => host = await LocalHost.CreateAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Machines_are_listed_with_their_state_address_and_instance()
    {
        var order = host.Order("web-7");
        var machine = await host.StartAsync(order, Cancel);

        var listed = Assert.Single(await Inventory.MachinesAsync(Cancel));

        Assert.Equal(
            (order.Token, MachineState.Running, machine.Address, order.InstanceId, "web-7", false),
            (listed.Machine.Id, listed.Machine.State, listed.Machine.Address, listed.Record!.InstanceId,
                listed.Record.Hostname, listed.IsPartial));
    }

    [Fact]
    public async Task A_machine_that_is_removed_in_part_is_partial_and_is_removed()
    {
        var (whole, partial) = (host.Order("web-1"), host.Order("web-2"));
        await host.Machines.LaunchAsync(whole, Cancel);
        await host.Machines.LaunchAsync(partial, Cancel);
        await host.Machines.StopAsync(partial.Token, force: true, Cancel);
        File.Delete(new MachineFolder(host.Options, partial.Token).Record);

        var listed = await Inventory.MachinesAsync(Cancel);
        foreach (var machine in listed)
        {
            Assert.Equal(machine.Machine.Id == partial.Token, machine.IsPartial);
        }

        await Inventory.RemoveAsync(Assert.Single(listed, machine => machine.IsPartial), Cancel);
        Assert.Equal([whole.Token], MachineFolder.Ids(host.Options));
    }

    [Fact]
    public async Task A_replaced_image_is_removed_when_no_machine_uses_it_any_more()
    {
        var images = new ImageFolder(host.Options);
        var old = Assert.Single(images.All());
        var order = host.Order();
        await host.Machines.LaunchAsync(order, Cancel);
        var newer = images.NextFolder(old.Suite);
        Directory.CreateDirectory(newer);
        (old with { Folder = newer }).Save();
        Directory.CreateDirectory(ImageFolder.UnfinishedOf(images.NextFolder(old.Suite)));

        var whileUsed = await Inventory.RemoveImagesAsync(newest: false, Cancel);
        await host.Machines.TerminateAsync(order.Token, Cancel);
        var afterwards = await Inventory.RemoveImagesAsync(newest: false, Cancel);

        Assert.Equal(["bookworm-3.new"], whileUsed);
        Assert.Equal(["bookworm-1"], afterwards);
        Assert.Equal(["bookworm-2"], images.All().Select(image => image.Name));
    }
}
