namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Disposable Debian machines on this host, for development and tests. They have their own systemd, sshd, disk and
/// address, and share the host's kernel. They keep running without a server. The type and operating system of an order
/// are ignored: a machine may use all resources of the host, and runs the configured suite.
/// </summary>
internal sealed class LocalMachines(LocalOptions options) : IMachineProvider
{
    private readonly LocalOptions options = LocalNames.Checked(options);

    public string Name => "local";

    public async Task<Machine> StartAsync(MachineOrder order, CancellationToken ct)
    {
        LocalNames.Check(order);
        HostNeeds.ToRun();
        using var machineLock = await FileLock.TakeAsync(options, order.Id, ct);
        var machine = await MakeAsync(order, ct);
        await new LocalMachine(options, machine).StartAsync(order.AuthorizedKeys, ct);
        return await DescribeAsync(order.Id, ct)
            ?? throw new ProviderException($"Machine {order.Id} was destroyed while it started. Start it again.");
    }

    public Task StopAsync(string id, CancellationToken ct) =>
        LockedAsync(id, machine => machine?.StopAsync(ct) ?? Task.CompletedTask, ct);

    public Task RebootAsync(string id, CancellationToken ct) => LockedAsync(id, machine => machine?.RebootAsync(ct)
        ?? throw new ProviderException(
            $"Cannot reboot machine {id}: this host has no such machine. Start it instead."), ct);

    public Task DestroyAsync(string id, CancellationToken ct) =>
        LockedAsync(
            id,
            machine => machine?.DestroyAsync(ct)
                ?? MachineDisk.RemoveFoldersAsync([new MachineFolder(options, id).Path], ct),
            ct);

    public async Task<Machine?> DescribeAsync(string id, CancellationToken ct)
    {
        LocalNames.Check(id);
        return Find(id) is { } machine ? await machine.DescribeAsync(ct) : null;
    }

    private LocalMachine? Find(string id) =>
        new MachineFolder(options, id).Load() is { } machine ? new LocalMachine(options, machine) : null;

    private async Task LockedAsync(string id, Func<LocalMachine?, Task> act, CancellationToken ct)
    {
        LocalNames.Check(id);
        HostNeeds.ToRun();
        using var machineLock = await FileLock.TakeAsync(options, id, ct);
        await act(Find(id));
    }

    // The record creates the machine and reserves its address.
    private async Task<MachineRecord> MakeAsync(MachineOrder order, CancellationToken ct)
    {
        var folder = new MachineFolder(options, order.Id);
        if (folder.Load() is { } known)
        {
            return known;
        }

        var image = new BaseImage(options);
        await image.EnsureAsync(ct);
        await MachineDisk.RemoveFoldersAsync([folder.Path], ct);
        using var addressLock = await FileLock.TakeAsync(options, "addresses", ct);
        var address =
            new AddressPool(options.Subnet).Free(MachineFolder.Records(options).Select(machine => machine.Address))
            ?? throw new ProviderException($"Cannot start machine {order.Id}: no address of {options.Subnet} is free. "
                + "Destroy machines, or set a larger subnet.");
        var machine = new MachineRecord(order.Id, order.Hostname, address, image.Folder);
        Directory.CreateDirectory(folder.Path);
        machine.Save(folder.Record);
        return machine;
    }
}
