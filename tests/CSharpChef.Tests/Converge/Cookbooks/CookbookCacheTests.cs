using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
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

    [Fact]
    public void A_locked_cookbook_with_a_changed_or_deleted_file_counts_as_missing()
    {
        var added = Add();
        var file = Path.Combine(Cache.FolderOf(added), "a.txt");
        Assert.True(Cache.Has(added));

        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Assert.True(Cache.Has(added));
        File.Delete(file);
        Assert.False(Cache.Has(added));
        File.WriteAllText(file, "2");
        Assert.False(Cache.Has(added));
        Add();
        Assert.True(Cache.Has(added));
    }

    [Theory]
    [InlineData("1.0", null)]
    [InlineData(null, "other")]
    public void A_locked_cookbook_that_was_fetched_as_another_state_counts_as_missing(string? version, string? hash) =>
        Assert.False(Cache.Has(Add() with { Version = version, PackageHash = hash }));

    private CookbookCache Cache => new(folder, clock);

    private LockedCookbook Add() => Cache.Add(made =>
    {
        File.WriteAllText(Path.Combine(made, "a.txt"), "1");
        return new LockedCookbook("base", new NuGetSource("Base"), FolderHash.Of(made));
    });
}
