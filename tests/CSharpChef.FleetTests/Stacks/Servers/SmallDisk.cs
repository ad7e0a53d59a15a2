using CSharpChef.FleetTests.Machines;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Servers;

/// <summary>A mounted file system of a few megabytes, which a test can fill.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk(TemporaryFolder.Create("csharpchef-disk-"));
        (await LocalCommand.RunAsync(
            ["mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=700", "tmpfs", disk.Folder],
            "",
            default)).ExpectSuccess("mount");
        return disk;
    }

    public async Task FillAsync() =>
        await LocalCommand.RunAsync(["dd", "if=/dev/zero", $"of={Filler}", "bs=4k"], "", default);

    public void Clear() => File.Delete(Filler);

    public void Dispose()
    {
        using var umount = System.Diagnostics.Process.Start("umount", ["-l", Folder]);
        umount.WaitForExit();
        Directory.Delete(Folder);
    }
}
