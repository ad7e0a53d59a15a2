using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Databases;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Store;

/// <summary>The files of a SQLite store: whose they are, and what happens when they are lost.</summary>
public sealed class StoreFilesTests : IDisposable
{
    private readonly string folder = TemporaryFolder.CreateInMemory("csharpchef-files-");
    private long freeBytes = long.MaxValue;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StoreOptions Options => new(folder) { FreeBytes = _ => freeBytes };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("csharpchef.db", false)]
    [InlineData("csharpchef.db", true)]
    [InlineData("csharpchef.db-wal", false)]
    [InlineData("csharpchef.db-wal", true)]
    [InlineData("csharpchef.db-shm", false)]
    [InlineData("csharpchef.db-shm", true)]
    public async Task While_a_file_of_the_database_is_removed_or_replaced_nothing_is_acknowledged(
        string name, bool isReplaced)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the server is tested on Linux");
        await using var store = await OpenAsync();
        await ChangeAsync(store, "before");
        var (file, aside) = (Path.Combine(folder, name), Path.Combine(folder, "aside"));
        File.Move(file, aside);
        if (isReplaced)
        {
            File.Copy(aside, file);
        }

        var refusal = await Assert.ThrowsAsync<StoreFailureException>(() => ChangeAsync(store, "meanwhile"));

        Assert.Equal(StoreFailureKind.Unavailable, refusal.Kind);
        Assert.Contains($"{name} was removed or replaced", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            $"the database file {name} was removed or replaced while the server ran: put it back, or stop the server and restore a backup",
            store.Database.Fault);
        File.Move(aside, file, overwrite: true);
        Assert.Null(store.Database.Fault);
        Assert.Equal(1, await ChangeAsync(store, "after"));
    }

    [Fact]
    public async Task Changes_acknowledged_before_the_log_was_removed_are_in_the_database_once_a_call_was_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the server is tested on Linux");
        await using var store = await OpenAsync();
        await ChangeAsync(store, "before");
        File.Delete($"{Options.SqlitePath}-wal");
        await Assert.ThrowsAsync<StoreFailureException>(() => ReadAsync(store, "before"));
        var copy = Directory.CreateDirectory(Path.Combine(folder, "copy")).FullName;
        foreach (var name in new[] { "csharpchef.db", "master.key" })
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(copy, name));
        }

        await using var restarted = await StoreOpening.OpenAsync(new(copy), TimeProvider.System, Ct);

        Assert.Equal(1, await ReadAsync(restarted, "before"));
    }

    [Theory]
    [InlineData("csharpchef.db")]
    [InlineData("csharpchef.db-wal")]
    [InlineData("csharpchef.db-shm")]
    public async Task A_change_during_which_a_file_of_the_database_is_removed_is_not_acknowledged(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the server is tested on Linux");
        await using var store = await OpenAsync();

        var refusal = await Assert.ThrowsAsync<StoreFailureException>(() => store.WriteAsync(
            session =>
            {
                File.Delete(Path.Combine(folder, name));
                return session.ExecuteAsync("insert into meta (key, value) values ('a', 'b')", new { });
            },
            Ct));

        Assert.Equal(StoreFailureKind.OutcomeUnknown, refusal.Kind);
    }

    [Theory]
    [InlineData(64 << 20, null)]
    [InlineData((64 << 20) - 1, "the disk of the database is full: fewer than 64 MB are free; free some space")]
    public async Task A_server_with_less_than_64_MB_of_free_disk_is_not_ready(long free, string? fault)
    {
        await using var store = await OpenAsync();

        freeBytes = free;

        Assert.Equal(fault, store.Database.Fault);
    }

    [Theory]
    [InlineData("master.key", false)]
    [InlineData("credentials", false)]
    [InlineData("master.key", true)]
    public async Task A_server_whose_store_is_missing_or_empty_is_not_made_new(string left, bool hasEmptyFile)
    {
        File.WriteAllText(Path.Combine(folder, left), "of a server");
        if (hasEmptyFile)
        {
            File.WriteAllText(Options.SqlitePath, "");
        }

        var refusal = await Assert.ThrowsAsync<StoreException>(OpenAsync);

        Assert.Contains("its store is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("of a server", File.ReadAllText(Path.Combine(folder, left)));
        Assert.Equal(hasEmptyFile, File.Exists(Options.SqlitePath));
    }

    [Fact]
    public async Task All_files_of_a_store_are_for_their_owner_only_whatever_the_folder_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        SetMode(folder, (UnixFileMode)0b111_111_111);
        await using (var earlier = await SqliteDatabase.OpenAsync(Options.SqlitePath, Ct))
        {
            await Migrations.ApplyAsync(earlier, 1, Ct);
        }

        SetMode(Options.SqlitePath, (UnixFileMode)0b110_100_100);
        await using var store = await OpenAsync();
        await ChangeAsync(store, "a");

        var files = Directory.EnumerateFiles(folder).Order().ToList();

        Assert.Equal(
            ["csharpchef.db", "csharpchef.db-shm", "csharpchef.db-wal", "csharpchef.db.schema-1", "master.key"],
            files.Select(Path.GetFileName));
        Assert.All(files, file => Assert.Equal((UnixFileMode)0b110_000_000, ModeOf(file)));
    }

    [Fact]
    public async Task A_database_file_shrinks_when_its_rows_are_deleted()
    {
        await using var store = await OpenAsync();
        await store.WriteAsync(
            session => session.ExecuteAsync(
                """
                with recursive number(n) as (select 1 union all select n + 1 from number where n < 4000)
                insert into meta (key, value) select 'row' || n, hex(zeroblob(2000)) from number
                """,
                new { }),
            Ct);
        await store.ShrinkAsync(Ct);
        var full = new FileInfo(Options.SqlitePath).Length;
        await store.WriteAsync(
            session => session.ExecuteAsync("delete from meta where key like 'row%'", new { }), Ct);

        await store.ShrinkAsync(Ct);

        Assert.InRange(new FileInfo(Options.SqlitePath).Length, 1, full / 10);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string file) =>
        OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private static Task<int> ChangeAsync(DocumentStore store, string key) => store.WriteAsync(
        session => session.ExecuteAsync("insert into meta (key, value) values (@key, '')", new { key }), Ct);

    private static Task<int> ReadAsync(DocumentStore store, string key) => store.ReadAsync(
        session => session.ScalarAsync<int>("select count(*) from meta where key = @key", new { key }), Ct);

    private Task<DocumentStore> OpenAsync() => StoreOpening.OpenAsync(Options, TimeProvider.System, Ct);
}
