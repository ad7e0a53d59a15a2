using CSharpChef.Cli;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Nouns;
using CSharpChef.Cli.Verbs;
using CSharpChef.Cli.Verbs.Show;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cli;

/// <summary>Mistakes on the command line, and the messages for them.</summary>
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
        .. VerbList.All.SelectMany(group => group.Verbs).Select(verb => verb.Name),
        .. ShowVerb.Create().Subcommands.Select(command => $"show {command.Name}"),
        "stack export",
        "provider local build",
        "provider local list",
        "provider local prune",
    ];

    [Fact]
    public async Task The_help_of_the_tool_lists_every_command_once_and_fits_60_lines_of_80_columns()
    {
        var help = (await CommandLine.RunAsync("--help")).Exits(0).DoesNotPrint("Examples:");

        var lines = help.Out.TrimEnd('\n').Split('\n');
        var names = VerbList.All.SelectMany(group => group.Verbs).Select(verb => verb.Name)
            .Concat(NounTable.All.Select(noun => noun.Name));
        Assert.InRange(lines.Length, 1, 60);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.All(names,
            name => Assert.Single(lines, line => line.StartsWith($"  {name} ", StringComparison.Ordinal)));
        Assert.All(VerbList.All, group => Assert.Contains($"{group.Title}:", lines));
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task The_help_of_a_verb_has_an_example(string verb)
    {
        var help = (await CommandLine.RunAsync([.. verb.Split(' '), "--help"])).Exits(0);

        help.Prints("Examples:", $"csharpchef {verb}", "--help");
        Assert.DoesNotMatch("--[a-z-]+ <[a-z-]+>", help.Out);
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_a_usage_error() =>
        (await Converge("local", "-r", "web", "--quiet")).Exits(Usage).Prints("--quiet");

    [Theory]
    [InlineData("converge local -r web --forks many", "--forks many: write a whole number.")]
    [InlineData("serve --rate 5.5", "--rate 5.5: write a whole number")]
    [InlineData("serve --local-nat", "--local-nat has no effect without --local: add it, or leave --local-nat out.")]
    [InlineData("provider local build --suite ../etc", "'../etc' is not a suite of Debian.")]
    [InlineData("serve --provider ec2", "This server has no provider of machines called 'ec2'.")]
    [InlineData("serve --local-bridge chef1", "--local-bridge has no effect without --local")]
    [InlineData("serve --local --local-subnet 10.88", "--local-subnet 10.88 is not a network")]
    [InlineData("serve --limit many", "--limit many: write a whole number")]
    public async Task An_option_that_is_not_a_number_is_a_usage_error_in_plain_words(string typed, string message) =>
        (await CommandLine.RunAsync(typed.Split(' '))).Exits(Usage).Prints(message).DoesNotPrint("System.");

    [Theory]
    [InlineData("converge local -r --ssh-config X", "-r lacks its value: --ssh-config after it is an option (a value that begins with - is written -r=--ssh-config)")]
    [InlineData("converge local -r web -r -i hosts.json", "-r lacks its value: -i after it is an option")]
    [InlineData("converge local --run-list --shh-config X", "--run-list lacks its value: --shh-config after it is an option")]
    [InlineData("runs local -i --json", "-i lacks its value: --json after it is an option")]
    [InlineData("converge local -r web --forks --json", "--forks lacks its value: --json after it is an option")]
    [InlineData("serve --data --urls http://127.0.0.1:1", "--data lacks its value: --urls after it is an option")]
    [InlineData("layer create web --name --type custom", "--name lacks its value: --type after it is an option")]
    public async Task An_option_that_takes_the_next_option_for_its_value_is_a_usage_error(
        string typed, string message) =>
        (await CommandLine.RunAsync(typed.Split(' '))).Exits(Usage).Prints(message);

    [Theory, MemberData(nameof(Verbs))]
    public async Task An_empty_value_of_an_option_that_names_a_file_a_folder_or_an_address_is_a_usage_error(string verb)
    {
        var words = verb.Split(' ');
        var command = CommandTree.Create(words).Parse(words).CommandResult.Command;

        foreach (var option in command.Options.Where(EmptyValue.IsForbidden))
        {
            Assert.Equal(
                $"{option.Name} has an empty value: write {option.Name} {option.HelpName}, or leave the option out.\n",
                (await CommandLine.RunAsync([.. words, option.Name, ""])).Exits(Usage).Error);
        }
    }

    [Theory]
    [InlineData("serve --data @", "--data has an empty value: write --data DIR")]
    [InlineData("serve --data=", "--data")]
    [InlineData("backup x.backup --master-key @", "--master-key has an empty value: write --master-key FILE")]
    [InlineData("serve --store @", "--store has an empty value: write --store URL")]
    [InlineData("serve --urls https://127.0.0.1:1 @", "--urls has an empty value: write --urls URL")]
    [InlineData("serve --source-folder @", "--source-folder has an empty value")]
    [InlineData("serve --cluster-listen @", "--cluster-listen has an empty value: write --cluster-listen HOST:PORT")]
    [InlineData("converge local -r web --attributes @", "--attributes has an empty value: write --attributes FILE.json")]
    [InlineData("stack list --ca @", "--ca has an empty value: write --ca FILE")]
    [InlineData("backup @", "The argument FILE is empty: write its value.")]
    [InlineData("login @", "The argument URL is empty: write its value.")]
    [InlineData("check @", "The argument PATH is empty: write its value.")]
    public async Task An_empty_text_in_the_place_of_a_file_a_folder_or_an_address_is_a_usage_error(
        string typed, string message) =>
        (await CommandLine.RunAsync([.. typed.Split(' ').Select(word => word == "@" ? "" : word)]))
            .Exits(Usage).Prints(message).DoesNotPrint("bug", "   at ");

    [Theory]
    [InlineData("/does/not/exist", "--source-folder /does/not/exist is not a folder of this machine: create it, or name one that exists.")]
    [InlineData("/", "--source-folder / must neither contain the data folder")]
    public async Task A_folder_that_cannot_hold_sources_is_a_usage_error(string source, string message) =>
        (await CommandLine.RunAsync("serve", "--data", folder.Root, "--source-folder", source)).Exits(Usage).Prints(message);

    [Theory]
    [InlineData("a b")]
    [InlineData("http://localhost")]
    [InlineData("localhost:80")]
    public async Task An_allowed_source_host_that_is_not_the_name_of_a_host_or_an_address_is_refused(string host) =>
        (await CommandLine.RunAsync("serve", "--data", folder.Root, "--allow-source-host", host)).Exits(Usage).Prints(
            $"--allow-source-host '{host}' must be the name of a host or an address");

    [Fact]
    public async Task A_value_after_an_equals_sign_may_begin_with_a_dash() =>
        (await Converge("local", "-r=--json")).Exits(Recipe).Prints("there is no cookbook \"--json\"");

    [Fact]
    public async Task A_verb_that_does_not_exist_is_a_usage_error() =>
        (await CommandLine.RunAsync("convrge", "local")).Exits(Usage).Prints("convrge");

    [Fact]
    public async Task Converge_without_a_recipe_is_a_usage_error() =>
        (await Converge("local")).Exits(Usage).Prints("--run-list");

    [Fact]
    public async Task Converge_without_a_target_is_a_usage_error() =>
        (await Converge("-r", "web")).Exits(Usage).Prints("TARGET");

    [Theory]
    [InlineData("@web1", "@web1 is a group, and there is no inventory: name its file with --inventory FILE")]
    [InlineData("a b", "the target \"a b\" is not understood: write local, [user@]host[:port] or @group")]
    [InlineData("web1:0", "is not between 1 and 65535")]
    [InlineData("web1:99999", "is not between 1 and 65535")]
    [InlineData("", "the target \"\" is not understood")]
    [InlineData("web1\n", "is not understood")]
    public async Task An_invalid_target_fails_with_the_valid_forms(string target, string expected) =>
        (await Converge(target, "-r", "web")).Exits(Usage).Prints(expected);

    [Theory]
    [InlineData("install")]
    [InlineData("outdated")]
    [InlineData("list")]
    [InlineData("tree")]
    [InlineData("pack")]
    [InlineData("publish")]
    [InlineData("vendor copies")]
    public async Task A_folder_in_the_place_of_an_argument_is_a_usage_error_that_names_the_option(string verb) =>
        (await CommandLine.RunAsync(["cookbook", .. verb.Split(' '), folder["web"]])).Exits(Usage)
            .Prints($"{folder["web"]} is not expected here: name the folder of the cookbook with --path {folder["web"]}");

    [Fact]
    public async Task A_folder_in_the_place_of_a_locked_name_is_a_usage_error_that_names_the_option() =>
        (await CommandLine.RunAsync("cookbook", "update", folder["web"], "--path", folder["web"])).Exits(Usage)
            .Prints($"(the folder of a cookbook is named with --path {folder["web"]})");

    [Fact]
    public async Task The_options_sudo_and_no_sudo_exclude_each_other() =>
        (await Converge("local", "-r", "web", "--sudo", "--no-sudo")).Exits(Usage)
            .Prints("--sudo and --no-sudo exclude each other");

    [Fact]
    public async Task The_options_json_and_json_lines_exclude_each_other() =>
        (await Converge("local", "-r", "web", "--json", "--json-lines")).Exits(Usage)
            .Prints("--json and --json-lines exclude each other");

    [Theory]
    [InlineData("--forks", "0", "0")]
    [InlineData("--timeout", "soon", "write a duration such as 10s")]
    [InlineData("--host-key-check", "never", "never")]
    [InlineData("--batch", "half", "--batch half: write a number of hosts, like 5, or a share of them up to 100%, like 10%")]
    public async Task An_invalid_option_value_is_a_usage_error_that_names_the_value(
        string option, string value, string expected) =>
        (await Converge("local", "-r", "web", option, value)).Exits(Usage).Prints(expected);

    [Fact]
    public async Task A_host_name_that_does_not_resolve_is_a_connection_error() =>
        (await Converge("nowhere.invalid", "-r", "web", "--timeout", "5s")).Exits(Connection)
            .Prints("nowhere.invalid")
            .DoesNotPrint("   at ");

    [Fact]
    public async Task An_invalid_run_name_is_a_usage_error() =>
        (await CommandLine.RunAsync("runs", "local", "cancel", "yesterday")).Exits(Usage).Prints("is not a run name");

    [Fact]
    public async Task A_missing_inventory_file_is_a_usage_error() =>
        (await Converge("local", "-r", "web", "-i", folder["hosts.json"])).Exits(Usage)
            .Prints($"there is no inventory {folder["hosts.json"]}");

    [Fact]
    public async Task A_broken_inventory_is_reported_with_line_and_column()
    {
        folder.With("hosts.json", "{\n  \"hosts\": {\n    \"web1\": { \"prot\": 22 }\n  }\n}\n");

        var result = (await Converge("web1", "-r", "web", "-i", folder["hosts.json"])).Exits(Usage);

        result.Prints("hosts.json:3:15: \"prot\" is not a key of a host: did you mean \"port\"? (the keys are address, port,");
    }

    [Fact]
    public async Task A_group_without_hosts_fails_and_lists_the_existing_groups()
    {
        folder.With("hosts.json", """{ "hosts": { "local": { "groups": ["web"] } } }""");

        (await Converge("@db", "-r", "web", "-i", folder["hosts.json"])).Exits(Usage)
            .Prints("no host in the group \"db\"", "@web");
    }

    [Fact]
    public async Task An_inventory_can_be_the_output_of_a_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "it is a shell script");
        var program = Program("""echo '{ "hosts": { "local": { "groups": ["all"] } } }'""");

        (await Converge("@all", "-r", "web", "-i", program, "--no-sudo")).Exits(0).Prints("hello");
        (await Converge("@all", "-r", "web", "-i", Program("exit 7"))).Exits(Usage).Prints("ended with exit code 7");
    }

    [Fact]
    public async Task The_process_exits_with_the_code_and_prints_the_message_on_standard_error()
    {
        using var tool = new Tool();

        var result = (await tool.RunAsync("converge", "local")).Exits(Usage);

        Assert.Contains("--run-list", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_or_broken_attribute_files_are_reported_by_name()
    {
        folder.With("broken.json", "{\n  \"a\": ,\n}\n");

        (await Converge("local", "-r", "web", "--attributes", folder["none.json"])).Exits(Usage).Prints("none.json");
        (await Converge("local", "-r", "web", "--attributes", folder["broken.json"])).Exits(Recipe)
            .Prints("broken.json:2:8: ");
    }

    [Fact]
    public async Task An_unknown_cookbook_or_recipe_is_reported_with_a_similar_name()
    {
        (await Converge("local", "-r", "wbe")).Exits(Recipe)
            .Prints("there is no cookbook \"wbe\"", folder.Root, "did you mean \"web\"?")
            .DoesNotPrint("   at ");
        (await Converge("local", "-r", "web::defalt")).Exits(Recipe).Prints("defalt", "default");
        (await Converge("local", "-r", "web::")).Exits(Recipe).Prints("\"web::\" is not the name of a recipe");
    }

    [Fact]
    public async Task Run_without_a_command_is_a_usage_error() =>
        (await CommandLine.RunAsync("run", "local")).Exits(Usage).Prints("csharpchef run TARGET... -- COMMAND");

    public void Dispose() => folder.Dispose();

    private Task<CommandOutcome> Converge(params string[] arguments) =>
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
