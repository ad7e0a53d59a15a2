using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// Starts a machine so that it outlives this process: as a systemd unit where systemd runs the host, else as a session.
/// Its root is mounted in a mount namespace, and so ends with its last process.
/// </summary>
internal sealed class MachineBoot(MachineFolder folder, MachineGroup group, MachineDisk disk, MachineNetwork network)
{
    // systemd-nspawn exits with 133 when the machine reboots.
    private const string Common = """
        set -eu
        exec >"$1" 2>&1 </dev/null
        mount -t overlay csharpchef -o "$2" "$3"
        shift 3
        export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1

        """;

    private const string ByUnit = """
        exec systemd-nspawn "$@"

        """;

    private const string BySession = """
        while systemd-nspawn "$@"; code=$?; [ "$code" = 133 ]; do :; done
        exit "$code"

        """;

    // The process joins its groups before it starts the machine, so that the next query finds it there.
    private const string Detach = """
        for group in $1; do echo $$ >"$group/cgroup.procs" || exit; done
        shift
        exec setsid --fork "$@"
        """;

    public async Task LaunchAsync(MachineRecord machine, CancellationToken ct)
    {
        await File.WriteAllTextAsync(folder.Boot, Common + (MachineGroup.HostRunsSystemd ? ByUnit : BySession), ct);
        group.Remove();
        if (!MachineGroup.HostRunsSystemd)
        {
            group.Make();
        }

        var launch = MachineGroup.HostRunsSystemd ? Unit(machine) : Session();
        (await HostProgram.RunAsync([.. launch, .. Command(machine)], ct))
            .Expect($"Cannot start machine {machine.Id}", "Try again");
    }

    private string[] Command(MachineRecord machine) =>
    [
        "unshare", "--mount", "--propagation", "slave", "sh", folder.Boot, folder.Console, disk
            .OverlayOf(machine), folder.Root,
        "--quiet", "--boot", "--register=no", "--keep-unit", $"--machine={machine.Id}", $"--directory={folder.Root}",
        $"--network-namespace-path=/run/netns/{network.Namespace(machine.Id)}", "--link-journal=no", "--resolv-conf=off", "--timezone=off", "--console=pipe",
    ];

    private string[] Session() => ["sh", "-c", Detach, "sh", string.Join(' ', group.Paths)];

    // The same properties as in systemd-nspawn@.service.
    private string[] Unit(MachineRecord machine) =>
    [
        "systemd-run", "--quiet", "--collect", $"--unit={group.Unit}", $"--description=Machine {machine.Hostname}", "--slice=machine.slice",
        "--service-type=exec", "--property=Delegate=yes", "--property=KillMode=mixed", "--property=RestartForceExitStatus=133",
        "--property=SuccessExitStatus=133", "--property=StartLimitIntervalSec=0", "--",
    ];
}
