using CSharpChef.Converge.Errors;
using CSharpChef.Recipes.Steps;
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

        Assert.Equal(
            $"The data folder {folder.Folder} is in use by a server or by another command of csharpchef: stop it first, or name another folder with --data.",
            Refusal(folder.Folder));
    }

    [Fact]
    public void A_file_in_the_place_of_the_data_folder_is_named()
    {
        var file = folder.In("file");
        File.WriteAllText(file, "");

        Assert.Equal($"The data folder {file} is a file: name a folder with --data.", Refusal(file));
    }

    [Theory]
    [InlineData("/proc/x")]
    [InlineData("/dev/null/x")]
    public void A_folder_that_cannot_be_made_is_not_said_to_be_in_use(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has these paths");

        var refusal = Refusal(path);

        Assert.StartsWith($"The data folder {path} cannot be used: ", refusal, StringComparison.Ordinal);
        Assert.EndsWith(". Mend that, or name another folder with --data.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_file_that_is_removed_while_the_server_runs_is_noticed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the server is tested on Linux");
        using var server = DataFolderLock.Acquire(folder.Folder);
        Assert.Null(server.Fault);

        File.Delete(folder.In("server.lock"));

        Assert.StartsWith("the lock file server.lock was removed", server.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_refused_while_one_of_an_earlier_release_has_the_folder()
    {
        using var earlier = Lock("lock");

        Assert.Equal(
            $"The data folder {folder.Folder} is in use by a server or by another command of csharpchef: stop it first, or name another folder with --data.",
            Refusal(folder.Folder));
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

    private static string Refusal(string path) =>
        Assert.Throws<UsageException>(() => DataFolderLock.Acquire(path).Dispose()).Message;

    private string Program() => ProgramFolder.Render(new StepResource(new DirectoryStep(folder.In("made")))).Text;
}
