using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The root file system of a machine: a layer over the shared base image. It is created once, before the first boot,
/// with the keys of that time.
/// </summary>
internal sealed class MachineDisk(LocalOptions options, MachineFolder folder)
{
    /// <summary>The account of runs, with full sudo rights.</summary>
    public const string Account = "csharpchef";

    private static readonly TimeSpan RemovalLimit = TimeSpan.FromSeconds(2);

    // Mounted in a namespace of this program, so that a server that is killed leaves no mount. All programs come from
    // the base image, which no machine can change.
    private const string Provision = """
        set -eu
        umask 022
        mount -t overlay csharpchef -o "$1" "$2"
        cp -- "$3" "$3.pub" "$2/etc/ssh/"
        chmod 600 "$2/etc/ssh/${3##*/}"
        printf '%s\n' "$4" >"$2/etc/hostname"
        printf '127.0.0.1 localhost\n127.0.1.1 %s\n::1 localhost\n' "$4" >"$2/etc/hosts"
        printf '%s\n' "$5" >"$2/etc/machine-id"
        chroot "$2" useradd --create-home --shell /bin/bash "$6"
        printf '%s ALL=(ALL) NOPASSWD: ALL\n' "$6" >"$2/etc/sudoers.d/$6"
        chmod 440 "$2/etc/sudoers.d/$6"
        mkdir -m 700 "$2/home/$6/.ssh"
        cat >"$2/home/$6/.ssh/authorized_keys"
        chmod 600 "$2/home/$6/.ssh/authorized_keys"
        chroot "$2" chown -R "$6:" "/home/$6/.ssh"
        [ -z "$7" ] || { rm -f -- "$2/etc/resolv.conf"; printf '%s' "$7" >"$2/etc/resolv.conf"; }
        """;

    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public string OverlayOf(MachineRecord machine) => Overlay(machine, folder.Upper);

    public static void RequireImage(MachineRecord machine)
    {
        if (!Directory.Exists(machine.Image))
        {
            throw new ProviderException(
                $"Machine {machine.Id} was made on the base image {machine.Image}, which no longer exists. "
                + "Restore it, or terminate the machine and launch another one.");
        }
    }

    public async Task MakeAsync(MachineRecord machine, IReadOnlyList<string> authorizedKeys, CancellationToken ct)
    {
        RequireImage(machine);
        if (!Directory.Exists(folder.Upper))
        {
            await KeyAsync(machine, ct);
            await ProvisionAsync(machine, authorizedKeys, ct);
        }
    }

    // ssh-keygen writes the public file last.
    private async Task KeyAsync(MachineRecord machine, CancellationToken ct)
    {
        if (!File.Exists($"{folder.HostKey}.pub"))
        {
            File.Delete(folder.HostKey);
            (await HostProgram.RunAsync(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", machine.Hostname, "-f", folder.HostKey], ct))
                .Expect($"Cannot make the host key of machine {machine.Id}", "Check whether the disk is full: df");
        }
    }

    private async Task ProvisionAsync(MachineRecord machine, IReadOnlyList<string> authorizedKeys, CancellationToken ct)
    {
        var newUpper = $"{folder.Upper}.new";
        await RemoveFoldersAsync([newUpper, folder.Work], ct);
        MakeFolders(newUpper, folder.Work, folder.Root);
        var keys = string.Concat(authorizedKeys.Select(key => $"{key.Trim()}\n"));
        string[] arguments =
        [
            Overlay(machine, newUpper),
            folder.Root,
            folder.HostKey,
            machine.Hostname,
            SystemId(machine),
            Account,
            options.Nat ? Resolvers.OfHost() : ""
        ];
        (await HostProgram.RunAsync(["unshare", "--mount", "sh", "-c", Provision, "sh", .. arguments], keys, null, ct))
            .Expect($"Cannot make the disk of machine {machine.Id}",
                $"Check that {machine.Image} is a Debian with sshd and sudo, and that this host has overlayfs");
        Directory.Move(newUpper, folder.Upper);
    }

    public static async Task RemoveFoldersAsync(IReadOnlyList<string> folders, CancellationToken ct)
    {
        // A program of a launch that was killed may still write there for a moment.
        ProgramEnd? end = null;
        await new Poll(TimeProvider.System).UntilAsync(
            async () => (end = await HostProgram.RunAsync(["rm", "-rf", "--one-file-system", "--", .. folders], ct))
                .ExitCode == 0,
            RemovalLimit,
            ct);
        end!.Expect($"Cannot remove {string.Join(", ", folders)}", "Find the process that uses it: lsof, mount");
    }

    // The folder of the upper layer is the machine's /, so its mode applies there.
    private static void MakeFolders(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, Everybody);
            }
        }
    }

    // The machine-id of systemd: another one for each machine of an instance.
    private static string SystemId(MachineRecord machine) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(machine.Id)).AsSpan(0, 16));

    private string Overlay(MachineRecord machine, string upper) =>
        $"lowerdir={machine.Image},upperdir={upper},workdir={folder.Work}";
}
