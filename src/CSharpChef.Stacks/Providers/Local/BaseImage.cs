namespace CSharpChef.Stacks.Providers.Local;

/// <summary>
/// The root file system that machines share: a small Debian with systemd and sshd, built when the first machine needs
/// it.
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

    // What a machine without a screen and a disk of its own has no use for.
    private static readonly string[] Masked =
    [
        "getty.target", "console-getty.service", "systemd-remount-fs.service", "e2scrub_all.timer", "e2scrub_reap.service", "fstrim.timer",
        "sys-fs-fuse-connections.mount", "modprobe@.service",
    ];

    // Each machine has its own.
    private static readonly string[] Own = ["etc/machine-id", "var/lib/dbus/machine-id", "etc/hostname"];

    public string Folder => options.BaseImage ?? Path.Combine(options.Folder, "images", options.Suite);

    public async Task EnsureAsync(CancellationToken ct)
    {
        if (options.BaseImage is { } given && !Directory.Exists(given))
        {
            throw new ProviderException($"There is no base image at {given}. "
                + "Put one there, or leave it out of the settings of local machines to have it built.");
        }

        if (!Directory.Exists(Folder))
        {
            HostNeeds.ToBuild();
            using var turn = await FileLock.TakeAsync(options, $"image-{options.Suite}", ct);
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
        await MachineDisk.EmptyAsync(ct, made);
        Directory.CreateDirectory(Path.GetDirectoryName(made)!);
        await BootstrapAsync(made, ct);
        await FurnishAsync(made, ct);
        Directory.Move(made, Folder);
        options.Progress?.Invoke($"The base image is in {Folder}.");
    }

    // What debootstrap mounts is seen by itself alone, and gone when it ends, however it does.
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
        (await HostProgram.RunAsync(command, ct, line: Tell))
            .Expect($"Cannot build the base image {options.Suite} from {options.Mirror}",
                "See whether the mirror can be reached from here and has that suite, or set another one");
    }

    private void Tell(string line)
    {
        if (line.StartsWith("I: ", StringComparison.Ordinal))
        {
            options.Progress?.Invoke(line[3..]);
        }
    }

    private static async Task FurnishAsync(string made, CancellationToken ct)
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
            "Cannot tidy up the base image", "Try again");
    }
}
