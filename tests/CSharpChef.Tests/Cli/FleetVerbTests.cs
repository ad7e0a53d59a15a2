using System.Text.Json.Nodes;

namespace CSharpChef.Tests;

public sealed class FleetVerbTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task Json_lines_tell_what_happens_as_it_happens_without_secrets()
    {
        const string Secret = "correct-horse-battery";
        tool.With("secret.json", $"{{ \"password\": \"{Secret}\" }}").Recipe("site", $$"""
            var s = Secret("password");
            File("{{tool.PathOf("made")}}", f => f.Content = s);
            Directory("{{tool.PathOf("sub-")}}" + s);
            Log($"it is {s}");
            Execute("exit 3");
            """);

        var ending = await tool.RunAsync("converge", "local", "-r", "site", "--attributes", "secret.json", "--json-lines");

        var events = ending.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(1, ending.Code);
        Assert.DoesNotContain(Secret, ending.All, StringComparison.Ordinal);
        Assert.Equal(
            ["host-started", "change", "result", "change", "result", "note", "result", "change", "result", "host-ended", "run-ended"],
            events.Select(one => one["event"]!.GetValue<string>()));
        Assert.All(events.SkipLast(1), one => Assert.Equal("local", one["host"]!.GetValue<string>()));
        Assert.Equal(("sensitive change", $"file[{tool.PathOf("made")}]"), (events[1]["change"]!.GetValue<string>(), events[1]["resource"]!.GetValue<string>()));
        Assert.Equal($"directory[{tool.PathOf("sub-")}***]", events[3]["resource"]!.GetValue<string>());
        Assert.Equal("it is ***", events[5]["message"]!.GetValue<string>());
        Assert.Equal("failed", events[8]["status"]!.GetValue<string>());
        Assert.Equal("failed", events[9]["status"]!.GetValue<string>());
        Assert.Equal(1, events[10]["hosts"]!["failed"]!.GetValue<int>());
        Assert.True(events[10]["seconds"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_what_did_not_run_and_why()
    {
        tool.Recipe("site", "Execute(\"false\");").With("hosts.json", """
            { "hosts": { "a1": { "address": "local", "port": 1 }, "a2": { "port": 1 }, "a3": {}, "a4": {} }, "defaults": { "address": "127.0.0.1", "groups": ["web"] } }
            """);
        string[] options = ["@web", "-i", "hosts.json", "-r", "site", "--batch", "50%"];

        var text = await tool.RunAsync(["converge", .. options]);
        var document = JsonNode.Parse((await tool.RunAsync(["plan", .. options, "--json"])).Output)!;

        Assert.Equal(1, text.Code);
        Assert.Contains("not run: a3, a4\nstopped after batch 1 of 2: 2 of 2 hosts failed, more than --max-failures 0", text.Output, StringComparison.Ordinal);
        Assert.Contains("4 hosts: 2 unreachable, 2 not run", text.Output, StringComparison.Ordinal);
        Assert.Equal(["unreachable", "unreachable", "notRun", "notRun"], document["hosts"]!.AsArray().Select(host => host!["status"]!.GetValue<string>()));
        Assert.StartsWith("stopped after batch 1 of 2", document["stopped"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--batch half", "--batch half: give a number of hosts, like 5, or a share of them up to 100%, like 10%")]
    [InlineData("--json --json-lines", "--json and --json-lines exclude each other")]
    public async Task What_makes_no_sense_is_told(string options, string message)
    {
        tool.Recipe("site", "");

        var ending = await tool.RunAsync(["converge", "local", "-r", "site", .. options.Split(' ')]);

        Assert.Equal(2, ending.Code);
        Assert.Contains(message, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_into_a_pipe_loads_nothing_that_draws()
    {
        tool.Recipe("site", $"File(\"{tool.PathOf("made")}\");");
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !file.EndsWith("Spectre.Console.dll", StringComparison.Ordinal)))
        {
            File.CreateSymbolicLink(tool.PathOf(Path.GetFileName(file)), file);
        }

        // Whoever loads it fails.
        tool.With("Spectre.Console.dll", "no library");

        var ending = await tool.RunFromAsync(tool.PathOf("csharpchef.dll"), "converge", "local", "-r", "site");

        Assert.Equal((0, ""), (ending.Code, ending.Error));
        Assert.True(File.Exists(tool.PathOf("made")));
    }
}
