using System.Text.Json;
using CSharpChef.Converge.Disk;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli;

/// <summary>The runs of this machine, of those of a group, and a past run as it was printed.</summary>
[WholeSuite]
[Collection(LocalMachine.Name)]
public sealed class RunsVerbTests : IDisposable
{
    private const string Secret = "correct-horse-battery";
    private readonly LocalMachine machine = new();

    public RunsVerbTests()
    {
        machine.Cookbooks.With("web/attributes/default.json", $$"""{ "password": "{{Secret}}" }""");
        machine.Recipe("web/recipes/default.csx", """
            File($"{dir}/text", f => f.Content = "new\n");
            File($"{dir}/hidden", f => f.Content = Secret("password"));
            Log("hello");
            Execute("echo last words; exit 7", e => e.IgnoreFailure = true);
            Directory($"{dir}/folder");
            """);
        File.WriteAllText(machine["text"], "old\n");
    }

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task Show_prints_a_past_run_exactly_as_converge_printed_it()
    {
        var converged = (await machine.ConvergeAsync("web")).Exits(0).Prints("-old", "+new", "| last words", "exit code: 7");

        var shown = (await RunsAsync("local", "show", await LastRunAsync())).Exits(0);

        Assert.Equal(converged.Out, shown.Out);
        Assert.Equal("", shown.Error);
    }

    [Fact]
    public async Task Show_prints_a_past_run_as_the_JSON_document_of_converge()
    {
        var converged = (await machine.ConvergeAsync("web", "--json")).Exits(0);

        var shown = (await RunsAsync("local", "show", await LastRunAsync(), "--json")).Exits(0).DoesNotPrint(Secret);

        Assert.Equal(converged.Out, shown.Out);
        Assert.Equal(await LastRunAsync(), shown.Json.GetProperty("hosts")[0].GetProperty("runs")[0].GetString());
    }

    [Fact, WholeSuite]
    public async Task Show_reads_a_run_that_was_started_elsewhere_from_the_journal_of_the_machine()
    {
        (await machine.ConvergeAsync("web")).Exits(0);
        var run = await LastRunAsync();
        File.Delete(Path.Combine(CacheFiles.UserFolder("runs"), $"{run}.json"));

        var shown = (await RunsAsync("local", "show", run)).Exits(0).DoesNotPrint(Secret);

        shown.Prints(
            $"local  file[{machine["text"]}]  write content", $"local  file[{machine["hidden"]}]  sensitive change",
            "failed: ", "exit code: 7", "| last words", $"local  directory[{machine["folder"]}]  create directory",
            "3 changed, 1 unchanged, 0 skipped, 1 failed", "this computer has no report of ");
    }

    [Fact, WholeSuite]
    public async Task The_journal_of_the_machine_names_the_commit_of_a_fetched_cookbook()
    {
        using var repository = new GitRepository();
        repository.With("site/cookbook.json", """{ "version": "1.2" }""")
            .With("site/recipes/default.csx", "Execute(\"true\");").Commit();
        var converged = (await machine.ConvergeAsync($"{repository.Folder}#main::site", "--json")).Exits(0);
        var run = await LastRunAsync();

        Assert.Equal(converged.Out, (await RunsAsync("local", "show", run, "--json")).Exits(0).Out);
        File.Delete(Path.Combine(CacheFiles.UserFolder("runs"), $"{run}.json"));

        (await RunsAsync("local", "show", run)).Exits(0).Prints($"used site 1.2, commit {repository.Head}");
    }

    [Fact]
    public async Task The_list_counts_the_changed_resources_as_converge_does_and_not_their_actions()
    {
        machine.Recipe("web/recipes/two.csx", """
            var twice = Execute("true", e => e.Name = "twice");
            var half = Execute($"! test -e {dir}/once", e => e.Name = "half");
            File($"{dir}/once", f =>
            {
                f.Content = "x";
                f.Notifies(twice.Run);
                f.Notifies(half.Run);
            });
            """);
        (await machine.ConvergeAsync("web::two")).Exits(1).Prints("2 changed, 0 unchanged, 0 skipped, 1 failed");

        (await RunsAsync("local")).Exits(0).Prints("2 changed");
    }

    [Fact, WholeSuite]
    public async Task Show_reads_from_a_journal_what_stays_pending_and_that_a_barrier_ended_the_run()
    {
        machine.Recipe("web/recipes/two.csx", """
            var reload = Execute("exit 3", e => { e.Name = "reload"; e.OnlyWhenNotified(); });
            Directory($"{dir}/before");
            await Converge();
            Directory($"{dir}/after", d => d.Notifies(reload.Run));
            """);
        await machine.ConvergeAsync("web::two");
        var runs = (await RunsAsync("local", "--json")).Json;
        Directory.Delete(CacheFiles.UserFolder("runs"), recursive: true);

        var (last, first) = (await ShowAsync(runs[0]), await ShowAsync(runs[1]));

        last.Prints("execute[reload] run stays pending: the next run of its recipe runs it").DoesNotPrint("Converge()");
        first.Prints("ended at `await Converge()`: the rest of its recipes is a run of its own").DoesNotPrint("pending");
        Assert.Equal(
            runs[0].GetProperty("name").GetString(), runs[0].GetProperty("pending")[0].GetProperty("since").GetString());

        static Task<CommandOutcome> ShowAsync(JsonElement run) =>
            RunsAsync("local", "show", run.GetProperty("name").GetString()!);
    }

    [Fact]
    public async Task Each_run_of_a_recipe_with_a_barrier_shows_the_whole()
    {
        machine.Recipe("web/recipes/two.csx", """
            Directory($"{dir}/before");
            await Converge();
            Directory($"{dir}/after");
            """);
        var converged = (await machine.ConvergeAsync("web::two")).Exits(0);

        foreach (var run in (await RunsAsync("local", "--json")).Json.EnumerateArray().Take(2))
        {
            var shown = await RunsAsync("local", "show", run.GetProperty("name").GetString()!);

            Assert.Equal(converged.Out, shown.Exits(0).Out);
        }
    }

    [Fact, WholeSuite]
    public async Task The_runs_of_a_group_are_listed_for_each_machine_with_the_reason_where_they_are_not_known()
    {
        (await machine.ConvergeAsync("web")).Exits(0);
        machine.Cookbooks.With("hosts.json", """
            { "defaults": { "groups": ["web"] }, "hosts": { "local": {}, "gone": { "address": "127.0.0.1", "port": 1 } } }
            """);
        string[] group = ["@web", "-i", machine.Cookbooks["hosts.json"]];

        var text = (await RunsAsync([.. group])).Exits(1);
        var json = (await RunsAsync([.. group, "--json"])).Exits(1).Json;

        text.Prints("local  20", "finished", "gone   ", "refused");
        Assert.Equal("local", json[0].GetProperty("host").GetString());
        Assert.Equal("finished", json[0].GetProperty("state").GetString());
        Assert.Contains("refused", json[json.GetArrayLength() - 1].GetProperty("error").GetString());
        (await RunsAsync([.. group, "show", "20261124T091500Z-3fa2c1"])).Exits(2)
            .Prints("@web is 2 machines, and a run belongs to one: name it, like csharpchef runs local show 2026");
    }

    private static Task<CommandOutcome> RunsAsync(params string[] arguments) =>
        CommandLine.RunAsync(["runs", .. arguments, "--no-sudo"]);

    private static async Task<string> LastRunAsync() =>
        (await RunsAsync("local", "--json")).Exits(0).Json[0].GetProperty("name").GetString()!;
}
