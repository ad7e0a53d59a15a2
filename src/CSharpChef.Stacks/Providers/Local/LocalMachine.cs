using System.Globalization;
using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.Stacks.Providers.Local.Images;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>One machine of this host. Callers hold the lock of the machine, except to describe it.</summary>
internal sealed class LocalMachine
{
    // The signals of systemd for power-off and reboot: SIGRTMIN+4 and SIGRTMIN+5.
    private const int PowerOff = 38;
    private const int Reboot = 39;

    private const int Port = 22;

    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Death = TimeSpan.FromSeconds(10);

    private readonly LocalOptions options;
    private readonly MachineRecord machine;
    private readonly MachineFolder folder;
    private readonly MachineGroup group;
    private readonly MachineNetwork network;
    private readonly MachineDisk disk;

    public LocalMachine(LocalOptions options, MachineRecord machine)
    {
        this.options = options;
        this.machine = machine;
        folder = new MachineFolder(options, machine.Id);
        group = new MachineGroup(options, machine.Id);
        network = new MachineNetwork(options);
        disk = new MachineDisk(options, folder);
    }

    public async Task<Machine> DescribeAsync(CancellationToken ct) => new(machine.Id, await StateAsync(ct))
    {
        Address = machine.Address,
        Port = Port,
        HostKeys = folder.HostKeys(),
        BootId = group.First()?.BootId(),
        ReachesPackages =
            options.Nat || MachineImage.Load(Path.GetDirectoryName(machine.Image)!) is { HoldsPackages: true },
    };

    /// <summary>Boots the machine for the first time. A machine that was launched stays as it is.</summary>
    public async Task LaunchAsync(IReadOnlyList<string> authorizedKeys, CancellationToken ct)
    {
        if (folder.IsLaunched)
        {
            return;
        }

        if (!group.IsPopulated())
        {
            await disk.MakeAsync(machine, authorizedKeys, ct);
            await BootAsync(ct);
        }

        folder.NoteLaunch();
    }

    public async Task StartAsync(CancellationToken ct)
    {
        if (!folder.IsLaunched)
        {
            throw new ProviderException(
                $"Cannot start machine {machine.Id}: its launch was interrupted. Launch it again, or terminate it.");
        }

        if (group.IsPopulated())
        {
            RequireNotStopping();
            return;
        }

        await EndAsync(ct);
        MachineDisk.RequireImage(machine);
        await BootAsync(ct);
    }

    /// <summary>Asks the machine to power off; kills it when it was asked longer ago than it may take.</summary>
    public async Task StopAsync(bool force, CancellationToken ct)
    {
        if (group.IsPopulated() && !force
            && options.Clock.GetUtcNow() - folder.NoteStop(options.Clock) < options.StopLimit)
        {
            // A machine that has just begun to boot ignores the signal.
            await SignalAsync(PowerOff, ct);
            return;
        }

        await EndAsync(ct);
    }

    public async Task RebootAsync(CancellationToken ct)
    {
        if (!group.IsPopulated())
        {
            throw new ProviderException($"Cannot reboot machine {machine.Id}: it does not run. Start it instead.");
        }

        RequireNotStopping();
        await SignalAsync(Reboot, ct);
    }

    public async Task TerminateAsync(CancellationToken ct)
    {
        await EndAsync(ct);

        // Without a record, its address is free again and a half-deleted disk is never booted.
        using (await FileLock.TakeAsync(options, MachineFolder.RecordsLock, ct))
        {
            File.Delete(folder.Record);
        }

        await MachineDisk.RemoveFoldersAsync([folder.Path], ct);
    }

    private async Task BootAsync(CancellationToken ct)
    {
        await network.ConnectAsync(machine, ct);
        await new MachineBoot(folder, group, disk, network).LaunchAsync(machine, ct);
    }

    private void RequireNotStopping()
    {
        if (folder.IsStopping)
        {
            throw new ProviderException($"Machine {machine.Id} is stopping. Try again when it has stopped.");
        }
    }

    // sshd answers before the machine has booted; until then PAM refuses all users except root.
    private async Task<MachineState> StateAsync(CancellationToken ct)
    {
        if (folder.IsStopping)
        {
            return MachineState.Stopping;
        }

        if (!group.IsPopulated())
        {
            return MachineState.Stopped;
        }

        var booted = group.First() is { } first && !File.Exists($"{first.Root}/run/nologin");
        return booted && await SshGreeting.AnswersAsync(machine.Address, Port, Answer, ct)
            ? MachineState.Running
            : MachineState.Pending;
    }

    private async Task SignalAsync(int signal, CancellationToken ct)
    {
        if (group.First() is { } process)
        {
            await HostProgram.RunAsync(
                ["kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)], ct);
        }
    }

    /// <summary>Kills the remaining processes, and removes everything except the files.</summary>
    private async Task EndAsync(CancellationToken ct)
    {
        group.Kill();
        if (!await new Poll(options.Clock).UntilAsync(() => !group.IsPopulated(), Death, ct))
        {
            throw new ProviderException(
                $"Cannot stop machine {machine.Id}: its processes were killed and have not ended. "
                + $"Look for the reason in {folder.Console} and dmesg.");
        }

        group.Remove();
        await network.DisconnectAsync(machine, ct);
        folder.NoteEnd();
    }
}
