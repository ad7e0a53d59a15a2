using CSharpChef.Converge.Cookbooks;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Cookbooks;

public sealed class CookbookCacheTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("csharpchef-cache-");
    private readonly FakeClock clock = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_a_killed_process_left_behind_is_deleted_after_a_day()
    {
        var left = Path.Combine(folder, "0123.new");
        Directory.CreateDirectory(left);
        Add();
        Assert.True(Directory.Exists(left));

        clock.Advance(TimeSpan.FromHours(25));
        Add();

        Assert.Equal(["base-" + FolderHash.Digits(Add().Hash)], Directory.GetDirectories(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_cookbook_that_cannot_be_written_leaves_nothing()
    {
        Assert.Throws<IOException>(() => Cache.Add(made =>
        {
            File.WriteAllText(Path.Combine(made, "half"), "");
            throw new IOException("No space left on device");
        }));

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void The_files_of_a_locked_cookbook_are_read_only()
    {
        var file = Path.Combine(Cache.FolderOf(Add()), "a.txt");

        Assert.Equal(FileAttributes.ReadOnly, File.GetAttributes(file) & FileAttributes.ReadOnly);
    }

    private CookbookCache Cache => new(folder, clock);

    private LockedCookbook Add() => Cache.Add(made =>
    {
        File.WriteAllText(Path.Combine(made, "a.txt"), "1");
        return new LockedCookbook("base", new NuGetSource("Base"), FolderHash.Of(made));
    });
}
