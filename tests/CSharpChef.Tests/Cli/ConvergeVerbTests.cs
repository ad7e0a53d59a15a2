using System.Text.Json.Nodes;

namespace CSharpChef.Tests;

public sealed class ConvergeVerbTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task A_plan_tells_a_run_does_and_a_second_run_rests()
    {
        tool.Recipe("site", $"File(\"{tool.PathOf("made")}\", f => f.Content = \"hello\\n\");");

        var plan = await tool.RunAsync("plan", "local", "-r", "site", "--detailed-exitcode");
        var before = File.Exists(tool.PathOf("made"));
        var first = await tool.RunAsync("converge", "local", "-r", "site");
        var second = await tool.RunAsync("converge", "local", "-r", "site");

        Assert.Equal((10, false), (plan.Code, before));
        Assert.Contains("local: 1 would change,", plan.Output, StringComparison.Ordinal);
        Assert.Equal((0, "hello\n"), (first.Code, await File.ReadAllTextAsync(tool.PathOf("made"), TestContext.Current.CancellationToken)));
        Assert.Contains("local: 1 changed, 0 unchanged, 0 skipped, 0 failed", first.Output, StringComparison.Ordinal);
        Assert.Contains("local: 0 changed, 1 unchanged, 0 skipped, 0 failed", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", first.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_step_shows_all_a_person_needs()
    {
        tool.Recipe("site", "Execute(\"echo out; echo err >&2; exit 7\");\nLog(\"never\");\nLog(\"neither\");");

        var ending = await tool.RunAsync("converge", "local", "-r", "site");

        Assert.Equal(1, ending.Code);
        string[] wanted = ["recipes/default.csx:1", "command: echo out; echo err >&2; exit 7", "exit code: 7", "| out", "| err", "not run because of it: log[never], log[neither]"];
        Assert.All(wanted, text => Assert.Contains(text, ending.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_is_one_document_with_what_the_design_names()
    {
        tool.Recipe("site", $"File(\"{tool.PathOf("made")}\", f => f.Content = \"new\\n\");\nExecute(\"true\", e => e.OnlyIf(\"false\"));").With("made", "old\n");

        var document = JsonNode.Parse((await tool.RunAsync("converge", "local", "-r", "site", "--json")).Output)!;

        var host = document["hosts"]![0]!;
        Assert.Equal("ok", document["status"]!.GetValue<string>());
        Assert.Equal(("local", "ok"), (host["name"]!.GetValue<string>(), host["status"]!.GetValue<string>()));
        Assert.Equal([1, 0, 1, 0, 0], new[] { "changed", "unchanged", "skipped", "failed", "notRun" }.Select(name => host[name]!.GetValue<int>()));
        Assert.InRange(host["roundTrips"]!.GetValue<int>(), 1, 2);
        var file = host["resources"]![0]!;
        Assert.Equal($"file[{tool.PathOf("made")}]", file["resource"]!.GetValue<string>());
        Assert.Equal("write content", file["actions"]![0]!.GetValue<string>());
        Assert.Equal("recipes/default.csx:1", file["source"]!.GetValue<string>());
        Assert.Contains("-old\n+new\n", file["diff"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("OnlyIf(false)", host["resources"]![1]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_secret_is_nowhere()
    {
        const string Secret = "correct-horse-battery";
        tool.With("secret.json", $"{{ \"db\": {{ \"password\": \"{Secret}\" }} }}")
            .Recipe("site", $"var s = Secret(\"db.password\");\nFile(\"{tool.PathOf("made")}\", f => f.Content = $\"pw={{s}}\\n\");\nLog($\"it is {{s}}\");\nExecute($\"echo {{s}}; exit 1\");")
            .With("made", "old\n");
        string[] options = ["local", "-r", "site", "--attributes", "secret.json"];

        var seen = new[]
        {
            await tool.RunAsync(["plan", .. options]),
            await tool.RunAsync(["show", "program", .. options]),
            await tool.RunAsync(["show", "plan", .. options]),
            await tool.RunAsync(["show", "attributes", .. options]),
            await tool.RunAsync(["converge", .. options, "--verbose"]),
            await tool.RunAsync(["converge", .. options, "--json"]),
        };

        Assert.Equal($"pw={Secret}\n", await File.ReadAllTextAsync(tool.PathOf("made"), TestContext.Current.CancellationToken));
        Assert.All(seen, ending => Assert.DoesNotContain(Secret, ending.All, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(tool.PathOf("."), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("made", StringComparison.Ordinal) && !file.EndsWith("secret.json", StringComparison.Ordinal)),
            file => File.ReadAllText(file).Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("converge")]
    [InlineData("plan")]
    [InlineData("show")]
    [InlineData("run")]
    [InlineData("runs")]
    [InlineData("check")]
    [InlineData("clean")]
    public async Task Help_teaches_by_example(string verb)
    {
        var ending = await tool.RunAsync(verb, "--help");

        Assert.Equal(0, ending.Code);
        Assert.Contains($"csharpchef {verb}", ending.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", ending.Output, StringComparison.Ordinal);
    }
}
