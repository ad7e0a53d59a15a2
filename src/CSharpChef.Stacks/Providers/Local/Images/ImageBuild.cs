using CSharpChef.Stacks.Providers.Local.Host;

namespace CSharpChef.Stacks.Providers.Local.Images;

/// <summary>
/// Builds a base image: the root file system that machines share, a small Debian with systemd and sshd. A build that
/// does not end leaves no image.
/// </summary>
/// <param name="options">The settings of the machines.</param>
/// <param name="progress">Called with each line of progress.</param>
internal sealed class ImageBuild(LocalOptions options, Action<string> progress)
{
    private const string Needed =
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

    private readonly ImageFolder images = new(LocalNames.Check(options));

    /// <param name="order">The image to build.</param>
    /// <param name="replace">True to build a newer image of a suite that has one.</param>
    /// <param name="ct">Cancels the build.</param>
    /// <exception cref="ProviderException">There is such an image, or it cannot be built.</exception>
    public async Task<MachineImage> RunAsync(ImageOrder order, bool replace, CancellationToken ct)
    {
        LocalNames.Check(order);
        HostNeeds.ToBuild();
        using var imageLock = await FileLock.TakeAsync(options, ImageFolder.LockOf(order.Suite), ct);
        if (!replace && images.Newest(order.Suite) is { } existing)
        {
            throw new ProviderException(
                $"There is a base image of {order.Suite} already: {existing.Folder}. Build a newer one with --replace.");
        }

        return await BuildAsync(order, images.NextFolder(order.Suite), ct);
    }

    private async Task<MachineImage> BuildAsync(ImageOrder order, string folder, CancellationToken ct)
    {
        var made = ImageFolder.UnfinishedOf(folder);
        await MachineDisk.RemoveFoldersAsync([made], ct);
        try
        {
            return await BuildAsync(order, made, folder, ct);
        }
        catch
        {
            await MachineDisk.RemoveFoldersAsync([made], CancellationToken.None);
            throw;
        }
    }

    private async Task<MachineImage> BuildAsync(ImageOrder order, string made, string folder, CancellationToken ct)
    {
        var root = MachineImage.RootIn(made);
        PrivateFolder.Make(images.Path);
        Directory.CreateDirectory(root);
        await BootstrapAsync(order, root, ct);
        await ProvisionAsync(root, ct);
        var image = new MachineImage(
            order.Suite, order.Mirror, [.. Needed.Split(','), .. order.Include], options.Clock.GetUtcNow());
        (image with { Folder = made }).Save();
        Directory.Move(made, folder);
        return image with { Folder = folder };
    }

    // In a mount namespace of its own, the mounts of debootstrap end with it, even when it is killed.
    private async Task BootstrapAsync(ImageOrder order, string root, CancellationToken ct)
    {
        var command = new[]
        {
            "unshare",
            "--mount",
            "debootstrap",
            "--variant=minbase",
            "--force-check-gpg",
            $"--include={string.Join(',', order.Include.Prepend(Needed))}",
            order.Suite,
            root,
            order.Mirror
        };
        (await HostProgram.RunAsync(command, "", Report, ct))
            .Expect($"Cannot build a base image of {order.Suite} from {order.Mirror}",
                "Check that the mirror can be reached from here and has that suite, or name another one with --mirror; "
                + "its signatures are checked with the package debian-archive-keyring of this host");
    }

    private void Report(string line)
    {
        if (line.StartsWith("I: ", StringComparison.Ordinal))
        {
            progress(line[3..]);
        }
    }

    private static async Task ProvisionAsync(string root, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(root, "etc/ssh/sshd_config.d/csharpchef.conf"), Sshd, ct);
        foreach (var unit in Masked)
        {
            File.CreateSymbolicLink(Path.Combine(root, "etc/systemd/system", unit), "/dev/null");
        }

        foreach (var path in Own.Select(name => Path.Combine(root, name))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "etc/ssh"), "ssh_host_*")))
        {
            File.Delete(path);
        }

        await File.WriteAllTextAsync(Path.Combine(root, "etc/resolv.conf"), "", ct);
        await File.WriteAllTextAsync(Path.Combine(root, "etc/fstab"), "", ct);
        (await HostProgram.RunAsync(["chroot", root, "apt-get", "clean"], ct)).Expect(
            "Cannot clean up the base image", "Try again");
    }
}
