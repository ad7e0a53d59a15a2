namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The root file system that machines share: a small Debian with systemd and sshd, built for the first machine.
/// </summary>
internal sealed class BaseImage(LocalOptions options)
{
    private const string Packages =
        "systemd,systemd-sysv,dbus,libpam-systemd,openssh-server,sudo,iproute2,procps,ca-certificates";

    private const string Sshd = """
        PermitRootLogin no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        UseDNS no

        """;

    // Units that need a screen or a disk, which these machines do not have.
    private static readonly string[] Masked =
    [
        "getty.target", "console-getty.service", "systemd-remount-fs.service", "e2scrub_all.timer", "e2scrub_reap.service", "fstrim.timer",
        "sys-fs-fuse-connections.mount", "modprobe@.service",
    ];

    // Every machine gets its own files of these names.
    private static readonly string[] Own = ["etc/machine-id", "var/lib/dbus/machine-id", "etc/hostname"];

    public string Folder => options.BaseImage ?? Path.Combine(options.Folder, "images", options.Suite);

    public async Task EnsureAsync(CancellationToken ct)
    {
        if (options.BaseImage is { } folder && !Directory.Exists(folder))
        {
            throw new ProviderException($"No base image exists at {folder}. "
                + "Put one there, or remove it from the settings of local machines: then one is built.");
        }

        if (!Directory.Exists(Folder))
        {
            HostNeeds.ToBuild();
            using var imageLock = await FileLock.TakeAsync(options, $"image-{options.Suite}", ct);
            if (!Directory.Exists(Folder))
            {
                await BuildAsync($"{Folder}.new", ct);
            }
        }
    }

    private async Task BuildAsync(string made, CancellationToken ct)
    {
        options.Progress?.Invoke(
            $"Building the base image {options.Suite} from {options.Mirror}. This is done once, and takes a minute or more.");
        await MachineDisk.RemoveFoldersAsync([made], ct);
        Directory.CreateDirectory(Path.GetDirectoryName(made)!);
        await BootstrapAsync(made, ct);
        await ProvisionAsync(made, ct);
        Directory.Move(made, Folder);
        options.Progress?.Invoke($"The base image is in {Folder}.");
    }

    // In a mount namespace of its own, the mounts of debootstrap end with it, even when it is killed.
    private async Task BootstrapAsync(string made, CancellationToken ct)
    {
        var command = new[]
        {
            "unshare",
            "--mount",
            "debootstrap",
            "--variant=minbase",
            $"--include={Packages}",
            options.Suite,
            made,
            options.Mirror
        };
        (await HostProgram.RunAsync(command, "", Report, ct))
            .Expect($"Cannot build the base image {options.Suite} from {options.Mirror}",
                "Check that the mirror can be reached from here and has that suite, or set another one");
    }

    private void Report(string line)
    {
        if (line.StartsWith("I: ", StringComparison.Ordinal))
        {
            options.Progress?.Invoke(line[3..]);
        }
    }

    private static async Task ProvisionAsync(string made, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(made, "etc/ssh/sshd_config.d/csharpchef.conf"), Sshd, ct);
        foreach (var unit in Masked)
        {
            File.CreateSymbolicLink(Path.Combine(made, "etc/systemd/system", unit), "/dev/null");
        }

        foreach (var path in Own.Select(name => Path.Combine(made, name))
            .Concat(Directory.EnumerateFiles(Path.Combine(made, "etc/ssh"), "ssh_host_*")))
        {
            File.Delete(path);
        }

        await File.WriteAllTextAsync(Path.Combine(made, "etc/resolv.conf"), "", ct);
        await File.WriteAllTextAsync(Path.Combine(made, "etc/fstab"), "", ct);
        (await HostProgram.RunAsync(["chroot", made, "apt-get", "clean"], ct)).Expect(
            "Cannot clean up the base image", "Try again");
    }
}
