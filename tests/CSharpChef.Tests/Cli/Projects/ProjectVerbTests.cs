using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Projects;

/// <summary>Commands in the folder of a project, as processes of their own.</summary>
[Collection(LocalMachine.Name)]
[WholeSuite]
public sealed class ProjectVerbTests : IDisposable
{
    private readonly Tool tool = new();

    public ProjectVerbTests() => tool
        .With("csharpchef.json", """
            {
              "cookbooks": "infra/cookbooks",
              "inventory": "infra/hosts.json",
              "groups": {
                "all": { "runList": ["base"] },
                "web": { "runList": ["site"], "attributes": { "site": { "port": 81 } } }
              }
            }
            """)
        .With("infra/hosts.json", """{ "hosts": { "local": { "groups": ["web"] } } }""")
        .With("infra/cookbooks/base/recipes/default.csx", "Log(\"base runs\");")
        .With("infra/cookbooks/site/recipes/default.csx", "Log($\"site on {Node[\"site.port\"]}\");")
        .With("below/further/file", "");

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("@web")]
    [InlineData("@all")]
    [InlineData("loc*")]
    public async Task Converge_needs_only_the_target_in_a_project(string target)
    {
        var result = (await tool.RunAsync("converge", target, "--no-sudo", "-v")).Exits(0);

        result.Prints("local  base runs", "local  site on 81");
        Assert.Contains("project file: csharpchef.json", result.Error);
        Assert.Contains("inventory: infra/hosts.json (csharpchef.json)", result.Error);
    }

    [Fact]
    public async Task The_option_and_the_environment_go_before_the_project()
    {
        tool.With("other.json", """{ "hosts": { "local": { "groups": ["db"] } } }""");
        tool.Variables["CSHARPCHEF_INVENTORY"] = "other.json";

        (await tool.RunAsync("plan", "@db", "--no-sudo", "-v")).Exits(0)
            .Prints("base runs", "inventory: other.json (CSHARPCHEF_INVENTORY)").DoesNotPrint("site on");
        (await tool.RunAsync("plan", "@web", "--no-sudo", "-v", "-i", "infra/hosts.json", "-r", "site")).Exits(0)
            .Prints("site on 81", "inventory: infra/hosts.json (--inventory)").DoesNotPrint("base runs");
    }

    [Fact]
    public async Task The_other_verbs_use_the_project_too()
    {
        (await tool.RunAsync("check")).Exits(0).Prints("2 recipes checked, no errors");
        (await tool.RunAsync("show", "attributes", "@web", "--no-sudo")).Exits(0)
            .Prints("site.port = 81  (group web of csharpchef.json)");
        (await tool.RunAsync("run", "@web", "--", "echo", "hi")).Exits(0).Prints("local  hi");
    }

    [Fact]
    public async Task A_host_whose_groups_have_no_recipes_is_a_usage_error()
    {
        tool.With("csharpchef.json", """{ "inventory": "infra/hosts.json", "groups": { "db": { "runList": ["base"] } } }""");

        (await tool.RunAsync("converge", "local")).Exits(2)
            .Prints("no recipes for local: csharpchef.json gives none of its groups a runList");
        (await tool.RunAsync("converge", "wbe1")).Exits(2).Prints("infra/hosts.json has no host \"wbe1\"");
        tool.With("ssh_config", "Host w*\nUser root\nHost wbe2\nUser root\n");
        (await tool.RunAsync("converge", "wbe1", "--ssh-config", tool.PathOf("ssh_config"))).Exits(2)
            .Prints("infra/hosts.json has no host \"wbe1\"");
        (await tool.RunAsync("converge", "wbe2", "--ssh-config", tool.PathOf("ssh_config"))).Exits(2)
            .Prints("no recipes for wbe2: it is not in an inventory, so no group of csharpchef.json has it; add it to the inventory, or name recipes with --run-list or -r");
    }

    [Fact]
    public async Task A_list_with_plus_that_no_cookbook_has_is_an_error_at_its_line_in_project_and_inventory()
    {
        const string site = """{ "groups": { "web": { "runList": ["site"], "attributes": { "site": { "lst+": [1] } } } } }""";
        tool.With("infra/cookbooks/site/attributes/default.json", """{ "site": { "port": 1, "list": [] } }""")
            .With("infra/cookbooks/other/attributes/default.json", """{ "other": { "list": [] } }""")
            .With("infra/hosts.json", """
                { "hosts": { "local": { "groups": ["web"], "attributes": { "other": { "list+": [1], "typo+": [1] } } } } }
                """);

        (await tool.RunAsync("plan", "@web", "--no-sudo")).Exits(3).Prints(
            "infra/hosts.json:1:", "\"typo+\" can only change a list, and no lower level has the list \"other.typo\"");
        tool.With("csharpchef.json", """{ "cookbooks": "infra/cookbooks", "inventory": "infra/hosts.json", """ + site[1..]);
        (await tool.RunAsync("plan", "@web", "--no-sudo")).Exits(3).Prints(
            "csharpchef.json:1:", "no lower level has the list \"site.lst\"");
    }

    [Fact]
    public async Task A_project_file_that_every_user_may_write_to_is_refused_before_anything_runs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions");
        Assert.Equal(0, LocalShell.Run("chmod", "666", tool.PathOf("csharpchef.json")).Code);

        (await tool.RunAsync("converge", "@web")).Exits(2)
            .Prints("csharpchef.json is not used, since every user may write to it: it decides what runs on your machines");
    }

    [Fact]
    public async Task An_inventory_program_that_every_user_may_write_to_is_not_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "it is a shell script");
        tool.With("hosts.txt", "#!/bin/sh\ntouch ran\necho '{}'\n");
        LocalShell.Run("install", "-m", "777", tool.PathOf("hosts.txt"), tool.PathOf("hosts.sh"));

        (await tool.RunAsync("converge", "@web", "-i", "hosts.sh")).Exits(2)
            .Prints("the inventory program hosts.sh is not run, since every user may write to it");
        Assert.False(File.Exists(tool.PathOf("ran")));
    }
}
