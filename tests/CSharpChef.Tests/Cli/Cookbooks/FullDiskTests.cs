using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Cli.Cookbooks;

/// <summary>Verbs that write to a disk without space say so and leave no part of a file.</summary>
public sealed class FullDiskTests : DependencyTests
{
    private readonly FolderFeed feed = new();
    private readonly Tool tool = new();
    private SmallDisk disk = null!;

    public override void Dispose()
    {
        disk?.Dispose();
        tool.Dispose();
        feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory, WholeSuite]
    [InlineData("XDG_CACHE_HOME", """{ "tools": { "nuget": "Tools" } }""")]
    [InlineData("NUGET_PACKAGES", """{ "tools": { "nuget": "Tools" } }""")]
    [InlineData("XDG_CACHE_HOME", """{ "base": { "git": "REPO" } }""")]
    [InlineData("TMPDIR", """{ "base": { "git": "REPO" } }""")]
    public async Task An_install_whose_cache_has_no_space_is_an_error_and_writes_no_lock_file(
        string variable, string dependencies)
    {
        Prepare(dependencies);
        tool.Variables[variable] = disk.Folder;

        Check(await tool.RunAsync("cookbook", "install", "--path", Cookbooks["web"]));

        Assert.False(File.Exists(LockFile));
    }

    [Fact, WholeSuite]
    public async Task A_run_from_a_repository_whose_cache_has_no_space_is_an_error()
    {
        Prepare("{}");
        tool.Variables["XDG_CACHE_HOME"] = disk.Folder;

        Check(await tool.RunAsync("plan", "local", "-r", $"file://{Repository.Folder}::base"));
    }

    [Fact, WholeSuite]
    public async Task A_lock_file_without_space_stays_as_it_was()
    {
        Prepare("""{ "tools": { "nuget": "Tools" } }""");
        var web = Path.Combine(disk.Folder, "web");
        disk.Clear();
        LocalShell.Run("cp", "-r", Cookbooks["web"], Cookbooks["nuget.config"], disk.Folder);
        await File.WriteAllTextAsync(Path.Combine(web, "cookbook.lock.json"), "{}", Ct);
        disk.Fill();

        Check(await tool.RunAsync("cookbook", "install", "--path", web));

        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(web, "cookbook.lock.json"), Ct));
    }

    [Fact, WholeSuite]
    public async Task A_package_without_space_is_an_error()
    {
        Prepare("{}");

        Check(await tool.RunAsync("cookbook", "pack", "--path", Cookbooks["tools"], "-o", disk.Folder));
        Check(await tool.RunAsync("cookbook", "publish", "--path", Cookbooks["tools"], "--source", disk.Folder));
    }

    [Fact, WholeSuite]
    public async Task Copies_of_vendor_without_space_are_an_error()
    {
        Prepare("""{ "tools": { "nuget": "Tools" } }""");
        (await tool.RunAsync("cookbook", "install", "--path", Cookbooks["web"])).Exits(0);

        Check(await tool.RunAsync("cookbook", "vendor", Path.Combine(disk.Folder, "v"), "--path", Cookbooks["web"]));
    }

    private void Prepare(string dependencies)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "a small disk needs root on Linux");
        disk = SmallDisk.Mount(2);
        disk.Fill();
        feed.With("Tools", "1.0.0", ("recipes/default.csx", "Log(1);"));
        Repository.With("base/recipes/default.csx", "Log(1);").Commit();
        Cookbooks.With("nuget.config", feed.Config).With("tools/cookbook.json", """{ "version": "1.0.0" }""")
            .With("tools/recipes/default.csx", "Log(1);");
        Depend(dependencies);
        tool.Variables["XDG_CACHE_HOME"] = tool.PathOf("cache");
    }

    private void Check(CommandOutcome outcome)
    {
        outcome.Exits(3).Prints("No space left on device", disk.Folder, "Free some space on its disk.")
            .DoesNotPrint("bug", "   at ");
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(disk.Folder, "*", SearchOption.AllDirectories),
            name => name.Contains(".new", StringComparison.Ordinal) || name.EndsWith(".nupkg", StringComparison.Ordinal));
    }
}
