using System.Globalization;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>One machine of this host. Callers hold the lock of the machine.</summary>
internal sealed class LocalMachine
{
    // The signals of systemd for power-off and reboot: SIGRTMIN+4 and SIGRTMIN+5.
    private const int PowerOff = 38;
    private const int Reboot = 39;

    private const int Port = 22;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Death = TimeSpan.FromSeconds(10);

    private readonly LocalOptions options;
    private readonly MachineRecord machine;
    private readonly MachineFolder folder;
    private readonly MachineGroup group;
    private readonly MachineNetwork network;
    private readonly MachineDisk disk;
    private readonly Poll poll;

    public LocalMachine(LocalOptions options, MachineRecord machine)
    {
        this.options = options;
        this.machine = machine;
        folder = new MachineFolder(options, machine.Id);
        group = new MachineGroup(options, machine.Id);
        network = new MachineNetwork(options);
        disk = new MachineDisk(folder);
        poll = new Poll(options.Clock);
    }

    public async Task<Machine> DescribeAsync(CancellationToken ct) =>
        new(machine.Id, await StateAsync(ct)) { Address = machine.Address, Port = Port, HostKeys = folder.HostKeys() };

    public async Task StartAsync(IReadOnlyList<string> authorizedKeys, CancellationToken ct)
    {
        if (File.Exists(folder.Stopping))
        {
            await StopAsync(ct);
        }

        if (!group.IsPopulated())
        {
            await disk.MakeAsync(machine, authorizedKeys, ct);
            await LaunchAsync(ct);
        }

        await ReadyAsync(ct);
    }

    public async Task StopAsync(CancellationToken ct)
    {
        if (group.IsPopulated())
        {
            await File.WriteAllTextAsync(folder.Stopping, "", ct);
            await SignalAsync(PowerOff, group.First, () => !group.IsPopulated(), ct);
        }

        await EndAsync(ct);
    }

    public async Task RebootAsync(CancellationToken ct)
    {
        if (group.First() is not { } before)
        {
            throw new ProviderException($"Cannot reboot machine {machine.Id}: it does not run. Start it instead.");
        }

        if (!await SignalAsync(
            Reboot,
            () => MachineProcess.Find(before.Id) == before ? before : null,
            () => group.First() is { } now && now != before,
            ct))
        {
            await EndAsync(ct);
            await LaunchAsync(ct);
        }

        await ReadyAsync(ct);
    }

    public async Task DestroyAsync(CancellationToken ct)
    {
        await EndAsync(ct);

        // Without a record, a half-deleted disk is ignored.
        File.Delete(folder.Record);
        await MachineDisk.RemoveFoldersAsync([folder.Path], ct);
    }

    private async Task LaunchAsync(CancellationToken ct)
    {
        await network.ConnectAsync(machine, ct);
        await new MachineBoot(folder, group, disk, network).LaunchAsync(machine, ct);
    }

    private async Task ReadyAsync(CancellationToken ct)
    {
        var state = MachineState.Pending;
        var inTime = await poll.UntilAsync(
            async () => (state = await StateAsync(ct)) is MachineState.Running or MachineState.Stopped,
            options.BootLimit,
            ct);
        if (state != MachineState.Running)
        {
            var reason = inTime
                ? "it stopped while it booted"
                : $"nobody could log in within {options.BootLimit.TotalSeconds:0} s";
            throw new ProviderException($"Cannot start machine {machine.Id} ({machine.Hostname}): {reason}. "
                + $"Read {folder.Console}, or destroy it.{folder.ConsoleTail()}");
        }
    }

    // sshd answers before the machine has booted; until then PAM refuses all users except root.
    private async Task<MachineState> StateAsync(CancellationToken ct)
    {
        if (!group.IsPopulated())
        {
            return MachineState.Stopped;
        }

        if (File.Exists(folder.Stopping))
        {
            return MachineState.Stopping;
        }

        var booted = group.First() is { } first && !File.Exists($"{first.Root}/run/nologin");
        return booted && await SshGreeting.AnswersAsync(machine.Address, Port, Answer, ct)
            ? MachineState.Running
            : MachineState.Pending;
    }

    // Repeated, because a machine that has just begun to boot ignores the signal.
    private async Task<bool> SignalAsync(
        int signal, Func<MachineProcess?> whom, Func<bool> isDone, CancellationToken ct)
    {
        var start = options.Clock.GetTimestamp();
        do
        {
            if (whom() is { } first)
            {
                await HostProgram.RunAsync(["kill", $"-{signal}", first.Id.ToString(CultureInfo.InvariantCulture)], ct);
            }

            if (await poll.UntilAsync(isDone, Again, ct))
            {
                return true;
            }
        }
        while (options.Clock.GetElapsedTime(start) < options.StopLimit);
        return false;
    }

    /// <summary>Kills the remaining processes, and removes everything except the files.</summary>
    private async Task EndAsync(CancellationToken ct)
    {
        group.Kill();
        if (!await poll.UntilAsync(() => !group.IsPopulated(), Death, ct))
        {
            throw new ProviderException(
                $"Cannot stop machine {machine.Id}: its processes were killed and have not ended. "
                + $"Look for the reason in {folder.Console} and dmesg.");
        }

        group.Remove();
        await network.DisconnectAsync(machine, ct);
        File.Delete(folder.Stopping);
    }
}
