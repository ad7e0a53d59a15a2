namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// A machine's root file system: what it writes lies over a base image that all share. Made once, with the keys of
/// before its first boot.
/// </summary>
internal sealed class MachineDisk(MachineFolder folder)
{
    /// <summary>Whom a run logs in as. It may do all things by sudo.</summary>
    public const string Account = "csharpchef";

    // Mounted for this program alone: a server that dies meanwhile leaves no mount. All programs are of the base image,
    // where nobody else wrote yet.
    private const string Furnish = """
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
        """;

    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public string OverlayOf(MachineRecord machine) => Overlay(machine, folder.Upper);

    public async Task MakeAsync(MachineRecord machine, IReadOnlyList<string> authorizedKeys, CancellationToken ct)
    {
        if (!Directory.Exists(machine.Image))
        {
            throw new ProviderException(
                $"Machine {machine.Id} was made on the base image {machine.Image}, which is gone. "
                + "Put it back, or destroy the machine and start it anew.");
        }

        if (!Directory.Exists(folder.Upper))
        {
            await KeyAsync(machine, ct);
            await FurnishAsync(machine, authorizedKeys, ct);
        }
    }

    // Of both its files the public one is written last.
    private async Task KeyAsync(MachineRecord machine, CancellationToken ct)
    {
        if (!File.Exists($"{folder.HostKey}.pub"))
        {
            File.Delete(folder.HostKey);
            (await HostProgram.RunAsync(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", machine.Hostname, "-f", folder.HostKey], ct))
                .Expect($"Cannot make the host key of machine {machine.Id}", "See whether the disk is full: df");
        }
    }

    private async Task FurnishAsync(MachineRecord machine, IReadOnlyList<string> authorizedKeys, CancellationToken ct)
    {
        var made = $"{folder.Upper}.new";
        await EmptyAsync(ct, made, folder.Work);
        MakeFolders(made, folder.Work, folder.Root);
        var numbers = machine.Id.Replace("-", "", StringComparison.Ordinal);
        var keys = string.Concat(authorizedKeys.Select(key => $"{key.Trim()}\n"));
        var arguments =
            new[] { Overlay(machine, made), folder.Root, folder.HostKey, machine.Hostname, numbers, Account };
        (await HostProgram.RunAsync(["unshare", "--mount", "sh", "-c", Furnish, "sh", .. arguments], ct, keys))
            .Expect($"Cannot make the disk of machine {machine.Id}",
                $"See whether {machine.Image} is a Debian with sshd and sudo, and whether this host has overlayfs");
        Directory.Move(made, folder.Upper);
    }

    public static async Task EmptyAsync(CancellationToken ct, params string[] folders) =>
        (await HostProgram.RunAsync(["rm", "-rf", "--one-file-system", "--", .. folders], ct))
            .Expect($"Cannot remove {string.Join(", ", folders)}", "See what uses it: lsof, mount");

    // The upper layer's folder is the machine's /, so its mode is seen there.
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

    private string Overlay(MachineRecord machine, string upper) =>
        $"lowerdir={machine.Image},upperdir={upper},workdir={folder.Work}";
}
