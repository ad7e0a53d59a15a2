using System.Text.Json.Nodes;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Cli;

[Collection(LocalMachine.Name)]
public sealed class FleetVerbTests : IDisposable
{
    private const string Secret = "correct-horse-battery";
    private readonly LocalMachine machine = new();

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task Json_lines_print_each_event_without_secrets()
    {
        machine.Cookbooks.With("site/attributes/default.json", $$"""{ "password": "{{Secret}}" }""");
        machine.Recipe("site/recipes/default.csx", """
            var s = Secret("password");
            File($"{dir}/made", f => f.Content = s);
            Directory($"{dir}/sub-" + s);
            Log($"it is {s}");
            Execute("exit 3");
            """);

        var result = (await machine.ConvergeAsync("site", "--json-lines")).Exits(1).DoesNotPrint(Secret);

        var events = result.Out.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(
            [
                "host-started",
                "change",
                "result",
                "change",
                "result",
                "note",
                "result",
                "change",
                "result",
                "host-ended",
                "run-ended"
            ],
            events.Select(line => line["event"]!.GetValue<string>()));
        Assert.All(events.SkipLast(1), line => Assert.Equal("local", line["host"]!.GetValue<string>()));
        Assert.Equal(
            ("sensitive change", $"file[{machine["made"]}]"),
            (events[1]["change"]!.GetValue<string>(), events[1]["resource"]!.GetValue<string>()));
        Assert.Equal($"directory[{machine["sub-"]}***]", events[3]["resource"]!.GetValue<string>());
        Assert.Equal("it is ***", events[5]["message"]!.GetValue<string>());
        Assert.Equal("failed", events[8]["status"]!.GetValue<string>());
        Assert.Equal("failed", events[9]["status"]!.GetValue<string>());
        Assert.Equal(1, events[10]["hosts"]!["failed"]!.GetValue<int>());
        Assert.True(events[10]["seconds"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task A_stopped_run_lists_the_hosts_that_did_not_run_and_why()
    {
        machine.Cookbooks.With("site/recipes/default.csx", "Execute(\"false\");").With("hosts.json", """
            { "hosts": { "a1": { "address": "local", "port": 1 }, "a2": { "port": 1 }, "a3": {}, "a4": {} }, "defaults": { "address": "127.0.0.1", "groups": ["web"] } }
            """);
        string[] options =
        [
            "@web",
            "-i",
            machine.Cookbooks["hosts.json"],
            "-r",
            "site",
            "--cookbooks",
            machine.Cookbooks.Root,
            "--batch",
            "50%"
        ];

        var text = (await CommandLine.RunAsync(["converge", .. options])).Exits(1);
        var document = JsonNode.Parse((await CommandLine.RunAsync(["plan", .. options, "--json"])).Out)!;

        text.Prints(
            "not run: a3, a4\nstopped after batch 1 of 2: 2 of 2 hosts failed, more than --max-failures 0", "4 hosts: 2 unreachable, 2 not run");
        Assert.Equal(
            ["unreachable", "unreachable", "notRun", "notRun"],
            document["hosts"]!.AsArray().Select(host => host!["status"]!.GetValue<string>()));
        Assert.StartsWith(
            "stopped after batch 1 of 2", document["stopped"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact, WholeSuite]
    public async Task Piped_verbs_with_full_caches_load_no_library_for_tables_compiling_or_fetching()
    {
        using var tool = new Tool();
        using var repository = new GitRepository();
        using var feed = new FolderFeed();
        repository.With("base/recipes/default.csx", "").Commit();
        machine.Cookbooks.With("site/cookbook.json", $$"""{ "dependencies": { "base": { "git": "{{repository.Folder}}" } } }""");
        feed.WithLibrary("Acme", "1.0.0", "public static class Acme { public static string Name => \"made\"; }");
        machine.Cookbooks.With("nuget.config", feed.Config);
        machine.Cookbooks.With("site/resources/acme.csx", "#:package Acme@1.0.0");
        machine.Recipe("site/recipes/default.csx", "File($\"{dir}/{Acme.Name}\");");
        (await CommandLine.RunAsync("cookbook", "install", "--path", machine.Cookbooks["site"])).Exits(0);
        (await machine.RunAsync("plan", "site")).Exits(0);
        (await CommandLine.RunAsync("check", machine.Cookbooks["site"])).Exits(0);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            Copy(file, tool.PathOf(Path.GetFileName(file)));
        }

        string[] run = ["local", "-r", "site", "--cookbooks", machine.Cookbooks.Root, "--attributes", machine.Cookbooks["dir.json"]];
        string[][] verbs = [["--version"], ["check", machine.Cookbooks["site"]], ["plan", .. run], ["converge", .. run]];
        foreach (var verb in verbs)
        {
            Assert.Equal("", (await tool.RunFromAsync(tool.PathOf("csharpchef.dll"), verb)).Exits(0).Error);
        }

        Assert.True(File.Exists(machine["made"]));
    }

    // A process that loads one of these libraries fails. They keep their length, since names of compiled recipes depend
    // on it.
    private static void Copy(string file, string to)
    {
        if (Path.GetFileName(file) is "Spectre.Console.dll" or "Microsoft.CodeAnalysis.dll"
            or "Microsoft.CodeAnalysis.CSharp.dll" or "CSharpChef.Dependencies.dll" or "LibGit2Sharp.dll"
            || Path.GetFileName(file).StartsWith("NuGet.", StringComparison.Ordinal))
        {
            using var broken = File.Create(to);
            broken.SetLength(new FileInfo(file).Length);
        }
        else
        {
            File.CreateSymbolicLink(to, file);
        }
    }
}
