using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Workers;

public sealed class SharedWorkerTests : IAsyncDisposable
{
    // The data of the application belongs to the process, whatever recipe has set it.
    private const string CountRuns = """
        var runs = (int?)AppDomain.CurrentDomain.GetData("runs") ?? 0;
        AppDomain.CurrentDomain.SetData("runs", runs + 1);
        Log($"run {runs}");

        """;

    private readonly WorkerCookbooks cookbooks = new(new() { Computing = 2 });

    public ValueTask DisposeAsync() => cookbooks.DisposeAsync();

    [Fact]
    public async Task The_runs_of_a_command_share_a_process_and_other_commands_have_their_own()
    {
        cookbooks.With("web/recipes/default.csx", CountRuns);

        Assert.Equal(["log[run 0]"], await cookbooks.ResourcesAsync("first"));
        Assert.Equal(["log[run 1]"], await cookbooks.ResourcesAsync("first"));
        Assert.Equal(["log[run 0]"], await cookbooks.ResourcesAsync("second"));
        Assert.Equal(["log[run 2]"], await cookbooks.ResourcesAsync("first"));
    }

    [Fact]
    public async Task Static_fields_and_contents_of_files_belong_to_one_run_of_a_shared_process()
    {
        cookbooks.With("web/recipes/default.csx", $$"""
            {{CountRuns}}
            File("/etc/same", f => f.Content = new string('x', 100_000));
            Log($"static {Left.Count++}");
            static class Left { public static int Count; }
            """);
        await cookbooks.ResourcesAsync("command");
        var second = FakeNode.Debian12();

        var (report, _) = await cookbooks.ConvergeAsync(second, command: "command");

        Assert.Equal(
            ["log[run 1]", "file[/etc/same]", "log[static 0]"], report.Resources.Select(each => each.Resource));
        Assert.Equal(new string('x', 100_000), second.File("/etc/same").Content);
    }

    [WholeSuite]
    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"/tmp/left\", \"\");")]
    [InlineData("Environment.SetEnvironmentVariable(\"LEFT\", \"x\");")]
    [InlineData("Environment.CurrentDirectory = \"/tmp\";")]
    [InlineData("AppDomain.CurrentDomain.SetData(\"memory\", new byte[128 << 20]);")]
    [InlineData("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();")]
    [InlineData("_ = Task.Factory.StartNew(() => System.Threading.Thread.Sleep(-1), TaskCreationOptions.LongRunning);")]
    [InlineData("throw new InvalidOperationException();")]
    public async Task The_next_run_has_a_new_process_after_one_that_left_something_or_failed(string leaving)
    {
        cookbooks.With("web/recipes/default.csx", CountRuns + leaving);

        var (first, _) = await cookbooks.ConvergeAsync(command: "command");
        cookbooks.With("web/recipes/default.csx", CountRuns);

        Assert.Equal(leaving.StartsWith("throw", StringComparison.Ordinal), first.Error is not null);
        Assert.Equal(["log[run 0]"], await cookbooks.ResourcesAsync("command"));
    }

    [Fact]
    public async Task Many_runs_of_a_command_at_once_have_at_most_as_many_processes_as_may_compute()
    {
        cookbooks.With("web/recipes/default.csx", CountRuns);
        await cookbooks.ResourcesAsync("command");

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cookbooks.ResourcesAsync("command")));

        var first = runs.Count(run => run[0] == "log[run 0]");
        Assert.True(first <= 1, $"{first} processes were started besides the one that was there");
    }
}
