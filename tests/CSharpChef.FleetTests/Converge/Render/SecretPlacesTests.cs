using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

/// <summary>
/// Puts a secret into every place of a recipe that accepts one, and searches every place of a real machine where it
/// must not be stored.
/// </summary>
public sealed class SecretPlacesTests(Fleet fleet) : IDisposable
{
    private const int Node = 2;
    private const string Secret = "it's-100%-[canary]";
    private const string Mark = "-[canary]";
    private const string Hash = "$6$canary$E0qXn5xq1sEzVZ3fUwYkq2n1dV1n1JmB9p1m8cVb1";

    private readonly ScratchRecipes recipes = new();
    private readonly Tool tool = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        recipes.Dispose();
        tool.Dispose();
    }

    [Theory]
    [InlineData("root", "--json-lines")]
    [InlineData("deploy", "--verbose")]
    public async Task A_secret_is_stored_only_where_the_recipe_writes_it(string user, string outputOption)
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ExecAsync(
            Node,
            "rm -rf /srv/secret /var/lib/csharpchef; userdel keeper 2>/dev/null; rm -f /etc/cron.d/secret; mkdir -p /srv/secret; printf 'pw old\\nother\\n' >/srv/secret/lines",
            ct);
        PlantSecrets();
        await Fleet.ExecAsync(
            Node,
            "rm -f /run/watched.end; setsid sh -c 'while [ ! -e /run/watched.end ]; do cat /proc/[0-9]*/cmdline; sleep 0.01; done' </dev/null >/run/watched 2>/dev/null &",
            ct);

        var run = await ConvergeAsync(user, outputOption);
        var secondRun = await ConvergeAsync(user, "--verbose");
        var plan = await tool.RunAsync(
            ct, ["show", "program", $"{user}@{Fleet.Name(Node)}", "-r", "scratch", "--cookbooks", recipes.Cookbooks]);
        await Fleet.ExecAsync(Node, "touch /run/watched.end", ct);

        secondRun.ExpectSuccess("the second run");
        Clean("the output of the run", run.Output + run.Errors);
        Clean("the output of the second run", secondRun.Output + secondRun.Errors);
        Clean("the program as it is shown", plan.ExpectSuccess("show program") + plan.Errors);
        var processes = await File.ReadAllTextAsync(Path.Combine("/proc", await LeaderAsync(), "root/run/watched"), ct);
        Assert.Contains("sleep\00.2", processes, StringComparison.Ordinal);
        Clean("the processes", processes);
        Assert.Equal(
            [
                "/etc/cron.d/secret",
                "/etc/shadow",
                "/srv/secret/conf",
                "/srv/secret/lines",
                "/srv/secret/made",
                "/srv/secret/read"
            ],
            await FilesAsync());
        Assert.All(Directory.EnumerateFiles(tool.Cache, "*", SearchOption.AllDirectories),
            file => Clean(file, File.ReadAllText(file)));
    }

    private void PlantSecrets()
    {
        tool.Variables["CANARY"] = Secret;
        tool.Variables["CANARY_HASH"] = Hash;
        recipes.AddRecipe("""
            var s = Secret("env:CANARY");
            var hash = Secret("env:CANARY_HASH");
            var quoted = "'" + s.Replace("'", @"'\''") + "'";
            if ((await Query($"sleep 0.2; printf '%s' {quoted} | wc -c")).Trim() != "18")
            {
                throw new InvalidOperationException("the query did not see the secret");
            }

            User("keeper", u => u.PasswordHash = hash);
            Cron("secret", c =>
            {
                c.Schedule = "0 0 1 1 *";
                c.Command = $"true {quoted}";
            });
            File("/srv/secret/made", f =>
            {
                f.Content = $"pw={s}\n";
                f.Verify = $"sleep 0.2; test -n {quoted}";
                f.Mode = "0600";
            });
            Template("/srv/secret/conf", t => t.Variables = new { Pw = s });
            Execute($"sleep 0.2; test {quoted}", e => e.NotIf($"sleep 0.2; test -z {quoted}"));
            Execute("sleep 0.2; cat >/srv/secret/read", e =>
            {
                e.Input = s;
                e.NotIf("test -e /srv/secret/read");
            });
            Script("script", x => x.Code = $"sleep 0.2; said={quoted}\n");
            Line("/srv/secret/lines", l =>
            {
                l.Text = $"pw {s}";
                l.Match = "^pw .*";
            });
            Log($"it is {s}");
            Execute($"echo {quoted}; echo {quoted} >&2; exit 3", e => e.IgnoreFailure = true);
            Execute("cat /srv/secret/made; exit 3", e => e.IgnoreFailure = true);
            """);
        recipes.AddTemplate("conf", "pw={{ pw }}\n");
    }

    private Task<LocalCommand> ConvergeAsync(string user, params string[] options) => tool.RunAsync(
        ct, ["converge", $"{user}@{Fleet.Name(Node)}", "-r", "scratch", "--cookbooks", recipes.Cookbooks, .. options]);

    /// <summary>Finds the files that contain the secret on the instance: on disk, in memory and in logs.</summary>
    private async Task<IReadOnlyList<string>> FilesAsync()
    {
        var root = Path.Combine("/proc", await LeaderAsync(), "root");
        var found = await LocalCommand.RunAsync(
            [
                "sh",
                "-c",
                "cd \"$1\" && grep -rlaF -e \"$2\" -e \"$3\" etc root home srv tmp var run 2>/dev/null | grep -v '^run/watched' || :",
                "sh",
                root,
                Mark,
                Hash
            ], "", ct);
        return [.. found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(file => $"/{file}")
            .Where(file => file != "/etc/shadow-")
            .Order(StringComparer.Ordinal)];
    }

    private async Task<string> LeaderAsync() =>
        (await LocalCommand.RunAsync(
            [
                "sh",
                "-c",
                "pgrep -f \"^systemd-nspawn .*--machine=$1 \" | head -1 | xargs pgrep -P",
                "sh",
                Fleet.Name(Node)
            ],
            "",
            ct)).ExpectSuccess("pgrep").Trim();

    private static void Clean(string place, string text) => Assert.False(
        text.Contains(Mark, StringComparison.Ordinal)
            || text.Contains(Hash, StringComparison.Ordinal)
            || text.Contains("100%-[can", StringComparison.Ordinal),
        $"{place}: {text[Math.Max(0, text.IndexOf("canary", StringComparison.Ordinal) - 200)..]}");
}
