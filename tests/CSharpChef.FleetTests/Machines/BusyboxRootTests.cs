namespace CSharpChef.FleetTests.Machines;

public sealed class BusyboxRootTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_in_the_root_see_only_its_userland()
    {
        using var root = await BusyboxRoot.CreateAsync(Cancel);

        var run = await root.RunAsync(
            "readlink /bin/sh; echo x >/tmp/made; id -un; stat --printf x / 2>/dev/null || echo busybox", Cancel);

        Assert.Equal("/bin/busybox\nroot\nbusybox\n", run.ExpectSuccess("sh"));
        Assert.True(File.Exists(Path.Combine(root.Folder, "tmp/made")));
    }

    [Fact]
    public async Task A_disposed_root_leaves_no_folder_and_no_mount()
    {
        string folder;
        using (var root = await BusyboxRoot.CreateAsync(Cancel))
        {
            folder = root.Folder;
            await root.RunAsync("ls /proc/self", Cancel);
        }

        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(folder, await File.ReadAllTextAsync("/proc/mounts", Cancel), StringComparison.Ordinal);
    }
}
