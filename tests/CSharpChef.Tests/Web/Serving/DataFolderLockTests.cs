using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.Tests.Converge.Runs;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

/// <summary>
/// A server and the runs of its machine may have the same folder, /var/lib/csharpchef, and do not lock each other out.
/// </summary>
public sealed class DataFolderLockTests : IDisposable
{
    private readonly ProgramFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_converges_while_a_server_has_the_folder()
    {
        Assert.SkipWhen(LocalShell.Present.Count == 0, "this machine has no POSIX shell");
        using var server = DataFolderLock.Acquire(folder.Folder);

        var lines = folder.Run(LocalShell.Tested[0], Program());

        Assert.Contains("changed 1", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("busy", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lock_file_is_for_its_owner_only_so_that_nobody_else_can_lock_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        var file = Path.Combine(folder.Folder, "server.lock");
        File.WriteAllText(file, "");

        using var server = DataFolderLock.Acquire(folder.Folder);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_server_starts_while_a_run_is_active()
    {
        using var run = new ActiveRun(folder.Folder);
        using var lockOfRun = Lock("lock");

        DataFolderLock.Acquire(folder.Folder).Dispose();
    }

    [Fact]
    public void A_second_server_is_refused()
    {
        using var server = DataFolderLock.Acquire(folder.Folder);

        Assert.Contains("another server", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_refused_while_one_of_an_earlier_release_has_the_folder()
    {
        using var earlier = Lock("lock");

        Assert.Contains("another server", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_starts_where_runs_and_servers_of_earlier_releases_have_ended()
    {
        Lock("lock").Dispose();
        File.WriteAllText(folder.In("holder"), "20261124T091500Z-3fa2c1 999999999 boot ann@laptop\n");

        DataFolderLock.Acquire(folder.Folder).Dispose();
    }

    [WholeSuite]
    [Fact]
    public void A_run_names_the_process_that_has_its_lock_when_that_is_not_a_run()
    {
        using var earlier = Lock("lock");

        var lines = folder.Run(LocalShell.Tested[0], Program());

        Assert.Matches(@$"^busy  .+ \(process {Environment.ProcessId}\)$", lines.First(line => line.StartsWith("busy", StringComparison.Ordinal)));
    }

    private FileStream Lock(string name) =>
        new(folder.In(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private string Refusal() =>
        Assert.Throws<UsageException>(() => DataFolderLock.Acquire(folder.Folder).Dispose()).Message;

    private string Program() => ProgramFolder.Render(new StepResource(new DirectoryStep(folder.In("made")))).Text;
}
