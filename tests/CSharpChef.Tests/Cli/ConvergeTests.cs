using System.Text.Json;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli;

/// <summary>Whole runs on this machine, in a folder of their own.</summary>
[Collection(LocalMachine.Name)]
public sealed class ConvergeTests : IDisposable
{
    private const string Motd = "File($\"{dir}/motd\", f => f.Content = \"hello\\n\");";
    private readonly LocalMachine machine = new();

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        machine.Recipe("web/recipes/default.csx", Motd);

        (await machine.ConvergeAsync("web")).Exits(0)
            .Prints("create file", "local: 1 changed, 0 unchanged, 0 skipped, 0 failed", "1 round trip");
        Assert.Equal("hello\n", File.ReadAllText(machine["motd"]));
        (await machine.ConvergeAsync("web")).Exits(0).Prints("local: 0 changed, 1 unchanged").DoesNotPrint("create file");
    }

    [Fact]
    public async Task Plan_with_detailed_exit_codes_ends_with_10_when_something_would_change()
    {
        machine.Recipe("web/recipes/default.csx", Motd);

        (await machine.RunAsync("plan", "web")).Exits(0).Prints("1 would change");
        (await machine.RunAsync("plan", "web", "--detailed-exitcode")).Exits(10);
        Assert.False(File.Exists(machine["motd"]));
        (await machine.ConvergeAsync("web")).Exits(0);
        (await machine.RunAsync("plan", "web", "--detailed-exitcode")).Exits(0).Prints("0 would change");
    }

    [Fact]
    public async Task A_diff_shows_the_replaced_content_of_a_file()
    {
        machine.Recipe("web/recipes/default.csx", Motd);
        File.WriteAllText(machine["motd"], "old\n");

        (await machine.ConvergeAsync("web")).Exits(0).Prints("write content", "-old", "+hello", "recipes/default.csx:2");
    }

    [Fact]
    public async Task A_failed_command_is_reported_with_its_exit_code_output_and_line()
    {
        machine.Recipe("web/recipes/default.csx", """
            Execute("echo last words; echo of it >&2; exit 7");
            File($"{dir}/after", f => f.Content = "");
            Execute("false", e => e.IgnoreFailure = true);
            """);

        (await machine.ConvergeAsync("web")).Exits(1).Prints(
            "execute[echo last words; echo of it >&2; exit 7]", "command: echo last words; echo of it >&2; exit 7", "exit code: 7",
            "| last words", "| of it", "recipes/default.csx:2",
            $"not run because of it: file[{machine["after"]}], execute[false]", "1 failed, 2 not run");
        Assert.False(File.Exists(machine["after"]));
    }

    [Fact]
    public async Task What_was_not_run_is_listed_once_when_several_failures_may_be_its_reason()
    {
        machine.Recipe("web/recipes/default.csx", """
            var late = Execute("exit 3", e => { e.Name = "late"; e.OnlyWhenNotified(); });
            var now = Execute("exit 4", e => { e.Name = "now"; e.OnlyWhenNotified(); });
            File($"{dir}/a1", f => { f.Content = "x"; f.Notifies(late.Run); });
            File($"{dir}/a2", f => { f.Content = "x"; f.Notifies(now.Run, Timing.Immediately); });
            File($"{dir}/a3", f => f.Content = "x");
            """);

        (await machine.ConvergeAsync("web")).Exits(1)
            .Prints($"local  not run because of these failures: file[{machine["a3"]}]")
            .DoesNotPrint("not run because of it");
    }

    [Fact]
    public async Task An_ignored_failure_is_reported_and_the_run_continues()
    {
        machine.Recipe("web/recipes/default.csx", "Execute(\"exit 3\", e => e.IgnoreFailure = true);\n" + Motd);

        (await machine.ConvergeAsync("web")).Exits(0).Prints("(ignored)", "exit code: 3");
        Assert.True(File.Exists(machine["motd"]));
    }

    [Fact]
    public async Task The_JSON_report_is_one_document_with_the_documented_members()
    {
        machine.Recipe(
            "web/recipes/default.csx",
            Motd + "\nExecute(\"false\", e => e.OnlyIf(\"false\"));\nExecute(\"echo x; exit 7\");\nLog(\"never\");");
        File.WriteAllText(machine["motd"], "old\n");
        // Asking the facts is a round trip of its own.
        await machine.RunAsync("plan", "web");

        var json = (await machine.ConvergeAsync("web", "--json")).Exits(1).Json;
        var host = Assert.Single(json.GetProperty("hosts").EnumerateArray());
        var resources = host.GetProperty("resources").EnumerateArray().ToList();

        Assert.Equal("failed", json.GetProperty("status").GetString());
        Assert.Equal(
            ("local", "failed"), (host.GetProperty("name").GetString(), host.GetProperty("status").GetString()));
        Assert.Equal([1, 0, 1, 1, 1, 1], new[] { "changed", "unchanged", "skipped", "failed", "notRun", "roundTrips" }
            .Select(name => host.GetProperty(name).GetInt32()));
        Assert.True(host.GetProperty("seconds").GetDouble() > 0);
        Assert.Equal(
            ["changed", "skipped", "failed", "notRun"],
            resources.Select(resource => resource.GetProperty("status").GetString()));
        Assert.Equal($"file[{machine["motd"]}]", resources[0].GetProperty("resource").GetString());
        Assert.Equal("write content", resources[0].GetProperty("actions")[0].GetString());
        Assert.Contains("-old\n+hello\n", resources[0].GetProperty("diff").GetString()!, StringComparison.Ordinal);
        Assert.EndsWith(
            "recipes/default.csx:2:1", resources[0].GetProperty("source").GetString()!, StringComparison.Ordinal);
        Assert.Equal("OnlyIf(false)", resources[1].GetProperty("message").GetString());
        Assert.Equal(
            (7, "x\n"),
            (resources[2].GetProperty("exitCode").GetInt32(), resources[2].GetProperty("output").GetString()));
        Assert.Equal("echo x; exit 7", resources[2].GetProperty("command").GetString());
        Assert.All(resources, resource => resource.GetProperty("seconds").GetDouble());
    }

    [Fact]
    public async Task Secrets_are_masked_in_all_output()
    {
        machine.Cookbooks.With("web/attributes/default.json", """{ "db": { "password": "hunter2secret" } }""");
        machine.Recipe("web/recipes/default.csx", """
            var password = Secret("db.password");
            File($"{dir}/db", f => f.Content = $"password={password}\n");
            Execute($"echo {password}; exit 7");
            """);

        (await machine.ConvergeAsync("web", "--verbose")).Exits(1).DoesNotPrint("hunter2");
        (await machine.ConvergeAsync("web", "--json")).Exits(1).DoesNotPrint("hunter2");
        (await machine.RunAsync("show program", "web")).Exits(0).Prints("***").DoesNotPrint("hunter2");
        (await machine.RunAsync("show plan", "web")).Exits(0).DoesNotPrint("hunter2");
        (await machine.RunAsync("show resources", "web", "--json")).Exits(0).DoesNotPrint("hunter2");
        (await machine.RunAsync("show attributes", "web")).Exits(0).DoesNotPrint("hunter2");
        Assert.Equal("password=hunter2secret\n", File.ReadAllText(machine["db"]));
    }

    [Fact]
    public async Task A_recipe_that_throws_ends_with_exit_code_3_and_its_line()
    {
        machine.Recipe("web/recipes/throws.csx", "throw new RecipeException(\"too small\");");
        machine.Recipe("web/recipes/breaks.csx", "var number = int.Parse(\"x\");\nLog($\"{number}\");");
        machine.Recipe("web/recipes/unknown.csx", "string x = Node[\"dri\"];");
        machine.Recipe(
            "web/recipes/binds.csx", "record Site { public int Port { get; init; } }\nNode.Bind<Site>(\"site\");");
        machine.Cookbooks.With("web/attributes/default.json", """{ "site": { "prot": 1 } }""");

        (await machine.ConvergeAsync("web::throws")).Exits(3).Prints("too small");
        (await machine.ConvergeAsync("web::breaks")).Exits(3)
            .Prints("web/recipes/breaks.csx:2")
            .DoesNotPrint("CSharpChef.Converge");
        (await machine.ConvergeAsync("web::unknown")).Exits(3).Prints("\"dri\"", "did you mean \"dir\"?");
        (await machine.ConvergeAsync("web::binds")).Exits(3).Prints("\"site.prot\"", "did you mean \"port\"?");
    }

    [Fact]
    public async Task A_key_with_plus_in_a_file_of_attributes_needs_a_list_there_and_below()
    {
        machine.Recipe("web/recipes/default.csx", "Log(\"hello\");");
        machine.Cookbooks.With("web/attributes/default.json", """{ "site": { "list": [1] } }""")
            .With("good.json", """{ "site": { "list+": [2] } }""")
            .With("typo.json", "{ \"site\": {\n  \"lst+\": [2] } }")
            .With("value.json", "{ \"site\": {\n  \"lst+\": 2 } }");

        Task<CommandOutcome> With(string file) => machine.ConvergeAsync("web", "--attributes", machine.Cookbooks[file]);

        (await With("good.json")).Exits(0);
        (await With("typo.json")).Exits(3).Prints(
            "typo.json:2:3: \"lst+\" can only change a list, and no lower level has the list \"site.lst\"");
        (await With("value.json")).Exits(3).Prints("value.json:2:3: \"lst+\" must be a list, because it changes the list \"lst\"");
    }

    [Fact]
    public async Task Two_actions_of_a_resource_that_fail_for_one_reason_are_told_once_also_by_the_journal()
    {
        machine.Recipe("web/recipes/default.csx", """
            File($"{dir}/no/folder", f => { f.IgnoreFailure = true; f.Do(f.Create, f.Touch); });
            """);

        var lines = (await machine.ConvergeAsync("web")).Exits(0).Out.Split('\n');

        Assert.Single(lines, line => line.Contains("  failed: the folder ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_compile_errors_of_a_recipe_are_reported_before_a_machine_is_contacted()
    {
        machine.Cookbooks.With("web/lib/shared.csx", "int a = \"x\";\n").With(
            "web/recipes/default.csx",
            "#load \"../lib/shared.csx\"\nFle(\"/a\");\nint b = \"y\";\nFile(\"/x\", f => f.Moda = \"0644\");\nif (File.Exists(\"/x\")) { }\n");

        var result = (await machine.ConvergeAsync("web")).Exits(3).DoesNotPrint("local:").Prints(
            "web/lib/shared.csx:1:9: error CS0029", "web/recipes/default.csx:2:1: error CS0103", "default.csx:3:", "Fle", "default.csx:4:",
            "did you mean `Mode`?", "default.csx:5:", "System.IO.File");
        Assert.Equal(5, result.Error.Split('\n').Count(line => line.Contains("error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_reports_recipes_that_do_not_compile()
    {
        machine.Cookbooks.With("good/recipes/default.csx", "Log(\"x\");");
        (await CommandLine.RunAsync("check", machine.Cookbooks["good"])).Exits(0).Prints("1 recipe checked, no errors");

        machine.Cookbooks.With("bad/recipes/default.csx", "Log(x);");
        (await CommandLine.RunAsync("check", machine.Cookbooks.Root)).Exits(3)
            .Prints("default.csx:1:5", "2 recipes checked, 1 with errors");
        var json = (await CommandLine.RunAsync("check", machine.Cookbooks.Root, "--json")).Exits(3).Json;
        Assert.Equal(("failed", 2, 1), (json.GetProperty("status")
            .GetString(), json.GetProperty("recipes").GetInt32(), json.GetProperty("failed").GetInt32()));
        Assert.NotEmpty(json.GetProperty("findings").EnumerateArray());

        (await CommandLine.RunAsync("check", machine.Cookbooks["none"])).Exits(2).Prints("there is no folder");
        (await CommandLine.RunAsync("check", "--cookbooks", machine.Cookbooks.Root)).Exits(3);
        (await CommandLine.RunAsync("check", machine.Cookbooks["good"], "--cookbooks", machine.Cookbooks.Root)).Exits(2)
            .Prints("name what to check with PATH or with --cookbooks, not with both");
    }

    [Fact]
    public async Task Check_reports_the_errors_and_warnings_of_lib_and_resources_once()
    {
        machine.Cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
            .With("web/recipes/default.csx", "Log(\"x\");")
            .With("web/recipes/other.csx", "Log(\"x\");")
            .With("base/cookbook.json", "{}")
            .With("base/lib/unused.csx", "class Unused { string? text = null; int Length => text.Length; }");
        Assert.Single((await CommandLine.RunAsync("check", machine.Cookbooks.Root)).Exits(0)
            .Prints("base/lib/unused.csx:1:51: warning CS8602", "2 recipes checked, no errors")
            .Out.Split('\n'), line => line.Contains("CS8602", StringComparison.Ordinal));

        machine.Cookbooks.With("base/lib/unused.csx", "\nclass Unused : Missing;");
        Assert.Single((await CommandLine.RunAsync("check", machine.Cookbooks.Root)).Exits(3)
            .Prints("base/lib/unused.csx:2:16: error CS0246", "2 recipes checked, 2 with errors")
            .Out.Split('\n'), line => line.Contains("CS0246", StringComparison.Ordinal));
        (await machine.ConvergeAsync("web")).Exits(3).DoesNotPrint("local:").Prints("base/lib/unused.csx:2:16: error CS0246");
        (await CommandLine.RunAsync("check", machine.Cookbooks["base"])).Exits(3);

        Directory.Delete(machine.Cookbooks["web"], recursive: true);
        var json = (await CommandLine.RunAsync("check", machine.Cookbooks.Root, "--json"))
            .Exits(3).Json;
        Assert.Equal(("failed", 0), (json.GetProperty("status").GetString(), json.GetProperty("recipes").GetInt32()));
        (await CommandLine.RunAsync("check", machine.Cookbooks.Root)).Exits(3)
            .Prints("0 recipes checked, errors in lib/ or resources/");
    }

    [Fact]
    public async Task The_words_and_types_of_a_vendored_cookbook_are_in_scope()
    {
        machine.Cookbooks.With("web/cookbook.json", """{ "dependencies": { "base": { "path": "../base" } } }""")
            .With("base/resources/note.csx", """
                /// <summary>A note in a file.</summary>
                sealed class NoteResource(string path, string text) : Resource(path)
                {
                    public ResourceAction Create => Act(_ => [new FileStep(Name) { Content = FileContent.FromText(Notes.Line(text)) }]);
                    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
                }
                """)
            .With("base/lib/notes.csx", "static class Notes { public static string Line(string text) => text + \"\\n\"; }");
        machine.Recipe("web/recipes/default.csx", "Note($\"{dir}/note\", \"hello\");");
        (await CommandLine.RunAsync("cookbook", "vendor", machine.Cookbooks["vendor"], "--path", machine.Cookbooks["web"])).Exits(0);
        Directory.Delete(machine.Cookbooks["base"], recursive: true);

        (await machine.RunAsync("converge", "web", "--cookbooks", machine.Cookbooks["vendor"])).Exits(0).Prints("note[");
    }

    [Fact]
    public async Task Each_stage_of_a_run_can_be_shown_as_text_and_as_JSON()
    {
        machine.Recipe("web/recipes/default.csx", Motd);

        (await machine.RunAsync("show resources", "web")).Exits(0).Prints("file[");
        (await machine.RunAsync("show attributes", "web")).Exits(0).Prints("dir = ", "dir.json");
        (await machine.RunAsync("show plan", "web")).Exits(0).Prints("FileStep path:");
        foreach (var verb in new[] { "show resources", "show attributes", "show plan" })
        {
            Assert.NotEqual(
                JsonValueKind.Undefined, (await machine.RunAsync(verb, "web", "--json")).Exits(0).Json.ValueKind);
        }

        var facts = (await CommandLine.RunAsync("show", "facts", "local", "--no-sudo", "--json")).Exits(0).Json;
        Assert.NotEmpty(facts.GetProperty("local").GetProperty("hostname").GetString()!);
    }

    [Fact]
    public async Task The_output_of_a_command_is_prefixed_with_the_name_of_the_machine()
    {
        (await CommandLine.RunAsync("run", "local", "--", "echo", "hello")).Exits(0).Prints("local  hello");
        (await CommandLine.RunAsync("run", "local", "--", "exit 7")).Exits(1).Prints("exit code 7");
        var json = (await CommandLine.RunAsync("run", "local", "--json", "--", "echo x")).Exits(0).Json;
        Assert.Equal("x\n", json.GetProperty("hosts")[0].GetProperty("output").GetString());
    }

    [Fact]
    public async Task The_built_tool_finds_cookbooks_in_its_folder_and_prints_no_colors_without_a_terminal()
    {
        using var tool = new Tool();
        tool.With("cookbooks/web/recipes/default.csx", "Directory(Node[\"dir\"]);");
        tool.With("dir.json", $$"""{ "dir": "{{tool.PathOf("made")}}" }""");
        (await CommandLine.RunAsync("check", tool.PathOf("cookbooks"))).Exits(0);

        var result = (await tool.RunAsync("converge", "local", "-r", "web", "--attributes", "dir.json", "--no-sudo"))
            .Exits(0)
            .Prints("local: 1 changed")
            .DoesNotPrint("\e");

        // A busy machine takes over a second for these, which is said then.
        Assert.DoesNotMatch("(?m)^(?!Compiling |Asking ).", result.Error);
        Assert.True(Directory.Exists(tool.PathOf("made")));
    }
}
