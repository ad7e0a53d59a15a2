namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Disposable Debian machines on this host, for development and tests: systemd, sshd, a disk and an address of their
/// own, but this host's kernel. They go on while no server runs. An order's type and system are not looked at: a
/// machine may take what the host has, and is of the suite set here.
/// </summary>
internal sealed class LocalMachines(LocalOptions options) : IMachineProvider
{
    private readonly LocalOptions options = LocalNames.Checked(options);

    public string Name => "local";

    public async Task<Machine> StartAsync(MachineOrder order, CancellationToken ct)
    {
        LocalNames.Check(order);
        HostNeeds.ToRun();
        using var turn = await FileLock.TakeAsync(options, order.Id, ct);
        var machine = await MakeAsync(order, ct);
        await new LocalMachine(options, machine).StartAsync(order.AuthorizedKeys, ct);
        return await DescribeAsync(order.Id, ct)
            ?? throw new ProviderException($"Machine {order.Id} was destroyed while it started. Start it again.");
    }

    public Task StopAsync(string id, CancellationToken ct) =>
        InTurnAsync(id, machine => machine?.StopAsync(ct) ?? Task.CompletedTask, ct);

    public Task RebootAsync(string id, CancellationToken ct) => InTurnAsync(id, machine => machine?.RebootAsync(ct)
        ?? throw new ProviderException(
            $"Cannot reboot machine {id}: this host has no such machine. Start it instead."), ct);

    public Task DestroyAsync(string id, CancellationToken ct) =>
        InTurnAsync(
            id,
            machine => machine?.DestroyAsync(ct) ?? MachineDisk.EmptyAsync(ct, new MachineFolder(options, id).Path),
            ct);

    public async Task<Machine?> DescribeAsync(string id, CancellationToken ct)
    {
        LocalNames.Check(id);
        return Find(id) is { } machine ? await machine.DescribeAsync(ct) : null;
    }

    private LocalMachine? Find(string id) =>
        new MachineFolder(options, id).Load() is { } machine ? new LocalMachine(options, machine) : null;

    private async Task InTurnAsync(string id, Func<LocalMachine?, Task> act, CancellationToken ct)
    {
        LocalNames.Check(id);
        HostNeeds.ToRun();
        using var turn = await FileLock.TakeAsync(options, id, ct);
        await act(Find(id));
    }

    // A machine is there once its record is; its address is nobody else's from then on.
    private async Task<MachineRecord> MakeAsync(MachineOrder order, CancellationToken ct)
    {
        var folder = new MachineFolder(options, order.Id);
        if (folder.Load() is { } known)
        {
            return known;
        }

        var image = new BaseImage(options);
        await image.EnsureAsync(ct);
        await MachineDisk.EmptyAsync(ct, folder.Path);
        using var turn = await FileLock.TakeAsync(options, "addresses", ct);
        var address =
            new AddressPool(options.Subnet).Free(MachineFolder.Records(options).Select(machine => machine.Address))
            ?? throw new ProviderException($"Cannot start machine {order.Id}: no address of {options.Subnet} is free. "
                + "Destroy machines, or set a larger subnet.");
        var made = new MachineRecord(order.Id, order.Hostname, address, image.Folder);
        Directory.CreateDirectory(folder.Path);
        made.Save(folder.Record);
        return made;
    }
}
