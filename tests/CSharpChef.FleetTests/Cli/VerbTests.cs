using System.Text.Json.Nodes;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Cli;

public sealed class VerbTests(Fleet fleet) : IDisposable
{
    private const int Node = 1;
    private const string Secret = "hunter2-and-more";
    private readonly ScratchRecipes recipes = new();
    private readonly Tool tool = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unreachable_host_does_not_keep_others_from_converging()
    {
        await fleet.StartInstancesAsync(ct);
        await Task.WhenAll(
            Fleet.ExecAsync(Node, "rm -f /srv/reached", ct), Fleet.ExecAsync(Node + 1, "rm -f /srv/reached", ct));
        recipes.AddRecipe("""File("/srv/reached", f => f.Content = Node.Hostname);""");

        var run = await ConvergeAsync(Fleet.Name(Node), "root@127.0.0.1:1", Fleet.Name(Node + 1));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("127.0.0.1:1 refused the connection", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{Fleet.Name(Node)}: 1 changed", run.Output, StringComparison.Ordinal);
        Assert.Equal(Fleet.Name(Node), await Fleet.ExecAsync(Node, "cat /srv/reached", ct));
        Assert.Equal(Fleet.Name(Node + 1), await Fleet.ExecAsync(Node + 1, "cat /srv/reached", ct));
        Assert.Equal(4, (await ConvergeAsync("root@127.0.0.1:1")).ExitCode);
    }

    [Fact]
    public async Task A_secret_appears_only_in_the_file_that_the_recipe_writes()
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ExecAsync(Node, "rm -rf /srv/secret /srv/args /srv/public /srv/lines /var/lib/csharpchef", ct);
        tool.Variables["APP_PASSWORD"] = Secret;
        recipes.AddRecipe("""
            var secret = Secret("env:APP_PASSWORD");
            File("/srv/secret", f => f.Content = $"password={secret}\n");
            File("/srv/public", f => f.Content = "password=?\n");
            Execute("cat /proc/[0-9]*/cmdline | tr '\\0' '\\n' >/srv/args");
            Execute($"echo {secret}; echo {secret} >&2; exit 3", e => e.IgnoreFailure = true);
            Line("/srv/lines", l => l.Text = $"really={secret}");
            Log($"the secret is {secret}");
            """);

        var runs = new[]
        {
            await RunAsync("plan", "--verbose"), await RunAsync("converge", "--verbose"),
            await RunAsync("converge", "--json"), await RunAsync("plan", "--json"),
        };

        Assert.All(runs, run => Assert.DoesNotContain(Secret, run.Output + run.Errors, StringComparison.Ordinal));
        Assert.Equal($"password={Secret}\n", await Fleet.ExecAsync(Node, "cat /srv/secret", ct));
        Assert.Equal("", await Fleet.ExecAsync(
            Node, $"grep -r {Secret} /var/lib/csharpchef /run/csharpchef* /tmp 2>/dev/null || :", ct));
        Assert.All(runs, run => Assert.Contains(Fleet.Name(Node), run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, await Fleet.ExecAsync(Node, "cat /srv/args", ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_output_of_a_failed_command_is_masked()
    {
        await fleet.StartInstancesAsync(ct);
        tool.Variables["APP_PASSWORD"] = Secret;
        recipes.AddRecipe("""
            File("/srv/secret", f => f.Content = $"password={Secret("env:APP_PASSWORD")}\n");
            Execute("echo this is it:; cat /srv/secret; exit 4");
            """);

        var run = await RunAsync("converge", "--verbose");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("this is it:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_runs_on_every_host_as_the_login_user()
    {
        await fleet.StartInstancesAsync(ct);

        var succeeded = await tool.RunAsync(ct, ["run", $"deploy@{Fleet.Name(Node)}", "--", "id -un; echo err >&2"]);
        var root = await tool.RunAsync(ct, ["run", $"deploy@{Fleet.Name(Node)}", "--sudo", "--", "id -un"]);
        var failed = await tool.RunAsync(ct, ["run", Fleet.Name(Node), "--json", "--", "echo x; exit 3"]);

        Assert.Equal($"{Fleet.Name(Node)}  deploy\n{Fleet.Name(Node)}  err\n", succeeded.ExpectSuccess("run"));
        Assert.EndsWith("root\n", root.ExpectSuccess("run"), StringComparison.Ordinal);
        Assert.Equal(1, failed.ExitCode);
        var host = JsonNode.Parse(failed.Output)!["hosts"]![0]!;
        Assert.Equal((3, "x\n"), ((int)host["exitCode"]!, (string)host["output"]!));
    }

    [Fact]
    public async Task Clean_removes_the_files_of_runs_and_nothing_else()
    {
        await fleet.StartInstancesAsync(ct);
        recipes.AddRecipe("""
            File("/srv/cleaned", f =>
            {
                f.Content = DateTime.UtcNow.Ticks.ToString();
                f.Backup = 1;
            });
            """);
        await ConvergeAsync(Fleet.Name(Node));
        await ConvergeAsync($"deploy@{Fleet.Name(Node)}");
        var remaining = await Fleet.ExecAsync(Node, "ls -d /var/lib/csharpchef/backup /var/lib/csharpchef/runs", ct);

        var clean = await tool.RunAsync(ct, ["clean", $"deploy@{Fleet.Name(Node)}"]);

        Assert.Equal("/var/lib/csharpchef/backup\n/var/lib/csharpchef/runs\n", remaining);
        Assert.Contains("removed what csharpchef left", clean.ExpectSuccess("clean"), StringComparison.Ordinal);
        Assert.Equal("/srv/cleaned\n", await Fleet.ExecAsync(
            Node,
            "find / -xdev -iname '*csharpchef*' ! -path '/proc/*'; ls -d /run/csharpchef* 2>/dev/null; ls /srv/cleaned",
            ct));
    }

    public void Dispose()
    {
        recipes.Dispose();
        tool.Dispose();
    }

    private Task<LocalCommand> ConvergeAsync(params string[] hosts) =>
        tool.RunAsync(ct, ["converge", .. hosts, "-r", "scratch", "--cookbooks", recipes.Cookbooks]);

    private Task<LocalCommand> RunAsync(string verb, string option) =>
        tool.RunAsync(ct, [verb, Fleet.Name(Node), "-r", "scratch", "--cookbooks", recipes.Cookbooks, option]);
}
