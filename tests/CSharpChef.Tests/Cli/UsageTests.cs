using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli;

/// <summary>What a person typed wrongly, and what is said of it.</summary>
[Collection(LocalMachine.Name)]
public sealed class UsageTests : IDisposable
{
    private const int Usage = 2;
    private const int Recipe = 3;
    private const int Connection = 4;
    private readonly CookbookFolder folder = new();

    public UsageTests() => folder.With("web/recipes/default.csx", "Log(\"hello\");");

    public static TheoryData<string> Verbs =>
    [
        "apply", "check", "clean", "converge", "model", "plan", "run", "runs", "serve", "show", "show attributes", "show facts", "show plan", "show program", "show resources",
        "stack export",
    ];

    [Theory, MemberData(nameof(Verbs))]
    public async Task The_help_of_a_verb_has_an_example(string verb)
    {
        var help = (await CommandLine.RunAsync([.. verb.Split(' '), "--help"])).With(0);

        help.Says("Examples:", $"csharpchef {verb}", "--help");
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_a_usage_error() =>
        (await Converge("local", "-r", "web", "--quiet")).With(Usage).Says("--quiet");

    [Fact]
    public async Task A_verb_that_does_not_exist_is_one_too() =>
        (await CommandLine.RunAsync("convrge", "local")).With(Usage).Says("convrge");

    [Fact]
    public async Task So_is_no_recipe() => (await Converge("local")).With(Usage).Says("--run-list");

    [Fact]
    public async Task So_is_no_target() => (await Converge("-r", "web")).With(Usage).Says("TARGET");

    [Theory]
    [InlineData("@web1", "@web1 is a group, and there is no inventory: give one with --inventory FILE")]
    [InlineData("a b", "the target \"a b\" is not understood: write local, [user@]host[:port] or @group")]
    [InlineData("web1:0", "is not between 1 and 65535")]
    [InlineData("web1:99999", "is not between 1 and 65535")]
    [InlineData("", "the target \"\" is not understood")]
    [InlineData("web1\n", "is not understood")]
    public async Task A_target_that_is_none_is_told_how_to_write_one(string target, string told) =>
        (await Converge(target, "-r", "web")).With(Usage).Says(told);

    [Fact]
    public async Task Sudo_and_no_sudo_exclude_each_other() =>
        (await Converge("local", "-r", "web", "--sudo", "--no-sudo")).With(Usage)
            .Says("--sudo and --no-sudo exclude each other");

    [Fact]
    public async Task Json_and_json_lines_exclude_each_other_too() =>
        (await Converge("local", "-r", "web", "--json", "--json-lines")).With(Usage)
            .Says("--json and --json-lines exclude each other");

    [Theory]
    [InlineData("--forks", "0", "0")]
    [InlineData("--timeout", "soon", "write it like 10s")]
    [InlineData("--host-key-check", "never", "never")]
    [InlineData("--batch", "half", "--batch half: give a number of hosts, like 5, or a share of them up to 100%, like 10%")]
    public async Task A_value_that_an_option_does_not_take_is_told(string option, string value, string told) =>
        (await Converge("local", "-r", "web", option, value)).With(Usage).Says(told);

    [Fact]
    public async Task A_machine_that_has_no_address_is_told() =>
        (await Converge("nowhere.invalid", "-r", "web", "--timeout", "5s")).With(Connection)
            .Says("nowhere.invalid")
            .DoesNotSay("   at ");

    [Fact]
    public async Task A_run_that_has_no_such_name_is_told() =>
        (await CommandLine.RunAsync("runs", "local", "cancel", "yesterday")).With(Usage).Says("is not a run name");

    [Fact]
    public async Task An_inventory_that_is_missing_is_told() =>
        (await Converge("local", "-r", "web", "-i", folder["hosts.json"])).With(Usage)
            .Says($"there is no inventory {folder["hosts.json"]}");

    [Fact]
    public async Task A_broken_inventory_is_told_with_line_and_column()
    {
        folder.With("hosts.json", "{\n  \"hosts\": {\n    \"web1\": { \"prot\": 22 }\n  }\n}\n");

        var ended = (await Converge("web1", "-r", "web", "-i", folder["hosts.json"])).With(Usage);

        Assert.Matches(@"hosts\.json\(3,\d+\): .*prot", ended.Error);
    }

    [Fact]
    public async Task A_group_that_no_host_is_in_names_those_there_are()
    {
        folder.With("hosts.json", """{ "hosts": { "local": { "groups": ["web"] } } }""");

        (await Converge("@db", "-r", "web", "-i", folder["hosts.json"])).With(Usage)
            .Says("no host in the group \"db\"", "@web");
    }

    [Fact]
    public async Task An_inventory_may_be_a_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "it is a shell script");
        var ours = Program("""echo '{ "hosts": { "local": { "groups": ["all"] } } }'""");

        (await Converge("@all", "-r", "web", "-i", ours, "--no-sudo")).With(0).Says("hello");
        (await Converge("@all", "-r", "web", "-i", Program("exit 7"))).With(Usage).Says("ended with exit code 7");
    }

    [Fact]
    public async Task The_process_ends_with_the_code_and_says_so_as_an_error()
    {
        using var tool = new Tool();

        var ended = (await tool.RunAsync("converge", "local")).With(Usage);

        Assert.Contains("--run-list", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_that_are_missing_or_broken_are_told_with_the_file()
    {
        folder.With("broken.json", "{\n  \"a\": ,\n}\n");

        (await Converge("local", "-r", "web", "--attributes", folder["none.json"])).With(Usage).Says("none.json");
        (await Converge("local", "-r", "web", "--attributes", folder["broken.json"])).With(Recipe)
            .Says("broken.json(2)");
    }

    [Fact]
    public async Task A_cookbook_or_recipe_that_does_not_exist_is_told_with_a_near_one()
    {
        (await Converge("local", "-r", "wbe")).With(Recipe)
            .Says("there is no cookbook \"wbe\"", folder.Root, "did you mean \"web\"?")
            .DoesNotSay("   at ");
        (await Converge("local", "-r", "web::defalt")).With(Recipe).Says("defalt", "default");
        (await Converge("local", "-r", "web::")).With(Recipe).Says("\"web::\" is not the name of a recipe");
    }

    [Fact]
    public async Task Run_wants_a_command() =>
        (await CommandLine.RunAsync("run", "local")).With(Usage).Says("csharpchef run TARGET... -- COMMAND");

    public void Dispose() => folder.Dispose();

    private Task<Ended> Converge(params string[] arguments) =>
        CommandLine.RunAsync(["converge", .. arguments, "--cookbooks", folder.Root]);

    // Another process writes it: a child that another test starts meanwhile would hold it open for writing, and it
    // could not run.
    private string Program(string body)
    {
        folder.With("hosts.txt", $"#!/bin/sh\n{body}\n");
        Assert.Equal(0, LocalShell.Run("install", "-m", "755", folder["hosts.txt"], folder["hosts.sh"]).Code);
        return folder["hosts.sh"];
    }
}
