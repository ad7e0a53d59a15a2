namespace CSharpChef.TestSupport;

/// <summary>A mounted file system of a few megabytes, which a test can fill. It needs root on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk(TemporaryFolder.Create("csharpchef-disk-"));
        var (code, _) = LocalShell.Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=700", "tmpfs", disk.Folder);
        Assert.Equal(0, code);
        return disk;
    }

    public void Fill() => LocalShell.Run("dd", "if=/dev/zero", $"of={Filler}", "bs=4k");

    public void Clear() => File.Delete(Filler);

    public void Dispose()
    {
        LocalShell.Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }
}
