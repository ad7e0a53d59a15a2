using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class FileLockTests : IDisposable
{
    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("locks-"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LocalOptions Options => new() { Folder = folder.FullName };

    public FileLockTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "machines of this host are for Linux");

    [Fact]
    public async Task A_file_lock_has_one_holder_at_a_time()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var firstLock = await FileLock.TakeAsync(Options, "one", Cancel);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Locks_of_other_names_are_free_and_a_released_lock_leaves_no_file()
    {
        using (await FileLock.TakeAsync(Options, "one", Cancel))
        using (await FileLock.TakeAsync(Options, "other", Cancel))
        {
            Assert.Equal(2, Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Length);
        }

        Assert.Empty(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_lock_that_another_process_holds_is_waited_for()
    {
        Assert.SkipUnless(LocalShell.Has("flock"), "flock is missing");
        using var firstLock = await FileLock.TakeAsync(Options, "one", Cancel);

        Assert.Equal(
            1, LocalShell.Run("flock", "--nonblock", Path.Combine(folder.FullName, "locks", "one"), "true").Code);
    }

    [Fact]
    public async Task Waiting_for_a_lock_can_be_cancelled()
    {
        using var firstLock = await FileLock.TakeAsync(Options, "one", Cancel);
        using var cancel = new CancellationTokenSource();

        var waiting = FileLock.TakeAsync(Options, "one", cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
