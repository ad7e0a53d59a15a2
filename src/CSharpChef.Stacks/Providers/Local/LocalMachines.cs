using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.Stacks.Providers.Local.Images;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Disposable Debian machines on this host, for development and tests. They have their own systemd, sshd, disk and
/// address, and share the host's kernel. They keep running without a server. The type of an order is ignored: a machine
/// may use all resources of the host. The id of a machine is the token of its launch.
/// </summary>
internal sealed class LocalMachines(LocalOptions options) : IMachineProvider
{
    private readonly LocalOptions options = LocalNames.Check(options);
    private readonly ImageFolder images = new(options);

    public string Name => "local";

    /// <exception cref="ProviderException">This host cannot run machines; the message says what it lacks.</exception>
    public static LocalMachines OnThisHost(LocalOptions options)
    {
        RequireHost(options);
        return new(options);
    }

    public Task<string?> ValidateAsync(MachineOrder order, CancellationToken ct)
    {
        try
        {
            RequireImage(order);
            return Task.FromResult<string?>(null);
        }
        catch (ProviderException e)
        {
            return Task.FromResult<string?>(e.Message);
        }
    }

    public async Task<Machine> LaunchAsync(MachineOrder order, CancellationToken ct)
    {
        LocalNames.Check(order);
        HostNeeds.ToRun();
        using var machineLock = await FileLock.TakeAsync(options, order.Token, ct);
        var machine = new LocalMachine(options, await MakeAsync(order, ct));
        await machine.LaunchAsync(order.AuthorizedKeys, ct);
        return await machine.DescribeAsync(ct);
    }

    public Task<Machine?> FindAsync(string token, CancellationToken ct) => DescribeAsync(token, ct);

    public async Task<Machine?> DescribeAsync(string machineId, CancellationToken ct)
    {
        LocalNames.Check(machineId);
        var folder = new MachineFolder(options, machineId);
        return folder.Load() is { } machine
            ? await new LocalMachine(options, machine).DescribeAsync(ct)
            : Directory.Exists(folder.Path) ? new Machine(machineId, MachineState.Stopped) : null;
    }

    public Task StartAsync(string machineId, CancellationToken ct) => LockedAsync(
        machineId,
        machine => machine?.StartAsync(ct) ?? throw Unknown("start", machineId, "Launch a new machine instead."),
        ct);

    public Task RebootAsync(string machineId, CancellationToken ct) => LockedAsync(
        machineId,
        machine => machine?.RebootAsync(ct) ?? throw Unknown("reboot", machineId, "Launch a new machine instead."),
        ct);

    public Task StopAsync(string machineId, bool force, CancellationToken ct) =>
        LockedAsync(machineId, machine => machine?.StopAsync(force, ct) ?? Task.CompletedTask, ct);

    public Task TerminateAsync(string machineId, CancellationToken ct) =>
        LockedAsync(machineId, machine => RemoveAsync(machineId, machine, ct), ct);

    /// <summary>Terminates a machine unless its launch was completed meanwhile.</summary>
    public Task TerminatePartialAsync(string machineId, CancellationToken ct) => LockedAsync(
        machineId,
        machine => new MachineFolder(options, machineId).IsPartial
            ? RemoveAsync(machineId, machine, ct)
            : Task.CompletedTask,
        ct);

    public Task<string?> ConsoleAsync(string machineId, CancellationToken ct)
    {
        LocalNames.Check(machineId);
        return Task.FromResult(new MachineFolder(options, machineId).ReadConsole());
    }

    private Task RemoveAsync(string id, LocalMachine? machine, CancellationToken ct) =>
        machine?.TerminateAsync(ct) ?? MachineDisk.RemoveFoldersAsync([new MachineFolder(options, id).Path], ct);

    private async Task LockedAsync(string id, Func<LocalMachine?, Task> act, CancellationToken ct)
    {
        LocalNames.Check(id);
        HostNeeds.ToRun();
        using var machineLock = await FileLock.TakeAsync(options, id, ct);
        await act(new MachineFolder(options, id).Load() is { } machine ? new LocalMachine(options, machine) : null);
    }

    // The record reserves the address, and keeps the image from being removed.
    private async Task<MachineRecord> MakeAsync(MachineOrder order, CancellationToken ct)
    {
        var folder = new MachineFolder(options, order.Token);
        if (folder.Load() is { } existing)
        {
            return existing;
        }

        using var recordsLock = await FileLock.TakeAsync(options, MachineFolder.RecordsLock, ct);
        var image = RequireImage(order);
        var address =
            new AddressPool(options.Subnet).Free(MachineFolder.Records(options).Select(machine => machine.Address))
            ?? throw new ProviderException($"Cannot make machine {order.Token}: no address of {options.Subnet} is free. "
                + "Terminate machines, or set a larger subnet.");
        var record = new MachineRecord(order.Token, order.InstanceId, order.Hostname, address, image.Root);
        PrivateFolder.Make(MachineFolder.All(options));
        Directory.CreateDirectory(folder.Path);
        record.Save(folder.Record);
        return record;
    }

    private MachineImage RequireImage(MachineOrder order)
    {
        LocalNames.Check(order);
        RequireHost(options);
        return images.Require(Suites.Require(order.Os));
    }

    private static void RequireHost(LocalOptions options)
    {
        HostNeeds.ToRun();
        if (options.Nat)
        {
            HostNeeds.ToMasquerade();
            _ = Resolvers.OfHost();
        }
    }

    private static ProviderException Unknown(string act, string id, string advice) =>
        new($"Cannot {act} machine {id}: this host has no such machine. {advice}");
}
